package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Journey;
import org.attune.catalog.Lever;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.internal.DocumentCheck;
import org.junit.jupiter.api.Test;

class DocumentCheckTest {
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(List.of(new AttributeDefinition(
            "arrears_days",
            AttributeType.NUMBER,
            LocalText.same("Arrears"),
            Sensitivity.ORDINARY,
            true,
            "billing",
            "recent",
            "days",
            true)));

    private static List<String> places(StrategyDocument document) {
        return DocumentCheck.problems(document, new RuleCompiler(DICTIONARY), DICTIONARY).stream()
                .map(Problem::place)
                .toList();
    }

    @Test
    void aSoundDocumentHasNoProblems() {
        assertThat(places(Drafting.document(Drafting.action("a", 3)))).isEmpty();
    }

    @Test
    void everyErrorIsNamedAtItsPlaceAndAllAtOnce() {
        Lever backwards = new Lever(950, "Ana", "", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1));
        StrategyDocument sound = Drafting.document(Drafting.action("a", 200), Drafting.action("a", 3));
        Issue issue = new Issue("service", LocalText.same(""), 2, 0.05, backwards, false, Engagement.NONE);
        Group group =
                new Group("g", "nowhere", LocalText.same("G"), Lever.NONE, new Engagement("", "arears_days > 1.0", ""));
        Journey journey = new Journey("moving", LocalText.same("Moving"), List.of());
        StrategyDocument broken = new StrategyDocument(
                List.of(issue),
                List.of(group),
                sound.actions(),
                List.of(),
                List.of(),
                List.of(),
                sound.arbitration(),
                sound.shield(),
                List.of(journey),
                List.of(),
                List.of());

        assertThat(places(broken))
                .contains(
                        "issues[service].label",
                        "issues[service].mix",
                        "issues[service].lever",
                        "issues[service].lever.until",
                        "groups[g].issue",
                        "groups[g].engagement.applicability 1:1",
                        "actions[a].minutes",
                        "actions[a].key",
                        "journeys[moving].stages");
    }

    @Test
    void channelsAreWrittenInTheSameOrderEveryTime() {
        Action action = Drafting.action("a", 3);

        assertThat(action.channels().toString()).isEqualTo("[CALL_CENTER, WEB]");
    }
}
