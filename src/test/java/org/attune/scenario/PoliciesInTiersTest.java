package org.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.Records;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.customer.CustomerState;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Dropped;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.policy.Shield;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be proposed at all: three tiers of rules on three levels, and above them the shield. */
class PoliciesInTiersTest extends ScenarioBed {

    private Issue issue(Catalog catalog) {
        return Objects.requireNonNull(catalog.issue("service"));
    }

    @Test
    void aRuleOfAnIssueHoldsForEverythingInItAndIsKeptWithWhatItRead() {
        StrategyDocument live = strategies.document();
        Issue service = issue(live.catalog());
        Issue stricter = new Issue(
                service.key(),
                service.label(),
                service.mix(),
                service.noneThreshold(),
                service.lever(),
                false,
                new Engagement("tenure_months >= 1000", "", ""));
        Decision decision =
                tryOut(live.with(live.catalog().with(stricter)), customer("tiers-1", Map.of(), Map.of()), "technical");

        List<Dropped> stopped = decision.dropped().stream()
                .filter(each -> each.issue().equals("service") && each.stage().equals("eligibility"))
                .toList();
        assertThat(stopped).hasSizeGreaterThan(5).allSatisfy(each -> {
            assertThat(each.rule()).isEqualTo("tenure_months >= 1000");
            assertThat(each.values()).containsEntry("tenure_months", 30.0);
        });
        assertThat(decision.recommendations()).noneMatch(each -> each.issue().equals("service"));
        assertThat(decision.dropped().size() + decision.recommendations().size())
                .as("nothing is lost on the way")
                .isLessThanOrEqualTo(live.actions().size());
    }

    @Test
    void aRuleOfAGroupLooksAtTheSituationAndOneOfAnActionAtThePerson() {
        StrategyDocument live = strategies.document();
        Action one = Objects.requireNonNull(live.catalog().action("flat-bill"));
        Group group = Objects.requireNonNull(live.catalog().group(one.group()));
        CustomerId robin = customer("tiers-2");
        Group onlyMoving = new Group(
                group.key(), group.issue(), group.label(), group.lever(), new Engagement("", "reason == 'moving'", ""));
        Decision decision = tryOut(live.with(live.catalog().with(onlyMoving)), robin, "billing");
        assertThat(dropped(decision, one.key()).stage()).isEqualTo("applicability");
        assertThat(dropped(decision, one.key()).values()).containsEntry("reason", "billing");

        Action unsuitable = with(one, one.actionClass(), one.lever(), new Engagement("", "", "churn_risk > 0.9"));
        decision = tryOut(live.with(live.catalog().with(unsuitable)), robin, "billing");
        assertThat(dropped(decision, one.key()).stage()).isEqualTo("suitability");
        assertThat(dropped(decision, one.key()).values()).containsEntry("churn_risk", 0.2);
    }

    private static Dropped dropped(Decision decision, String action) {
        return decision.dropped().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    /** The strongest an admin can do for sales: mandatory, every lever at its end, no rule, no threshold. */
    @ParameterizedTest
    @EnumSource(CustomerState.class)
    void nobodyCanConfigureASaleToSomebodyInDifficulty(CustomerState state) {
        StrategyDocument live = strategies.document();
        Catalog catalog = live.catalog();
        Lever most = new Lever(900, "Ada", "all of it", null, null);
        for (Action each : catalog.actions()) {
            if (Shield.sells(each, catalog.issueOf(each).key())) {
                catalog = catalog.with(with(each, ActionClass.MANDATORY, most, Engagement.NONE));
            }
        }
        Catalog pushed = catalog;
        StrategyDocument document = live.with(pushed);
        CustomerId robin = customer("tiers-" + state.key(), state);
        for (Channel channel : Channel.values()) {
            DecisionRequest request = new DecisionRequest(robin, channel, "upgrade", null, null, 10, Map.of(), null);
            assertThat(tryOut(document, request).recommendations())
                    .allSatisfy(each -> assertThat(
                                    Shield.sells(Objects.requireNonNull(pushed.action(each.action())), each.issue()))
                            .isFalse());
        }
        Decision untroubled = tryOut(document, customer("tiers-untroubled"), "upgrade");
        assertThat(untroubled.recommendations())
                .as("without difficulty the same strategy sells")
                .anyMatch(each -> each.issue().equals("sales"));
    }

    private static Action with(Action a, ActionClass actionClass, Lever lever, Engagement engagement) {
        return Records.with(a, Map.of("actionClass", actionClass, "lever", lever, "engagement", engagement));
    }
}
