package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.GuideStep;
import org.attune.catalog.GuideStep.Choice;
import org.attune.catalog.LegalSentence;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.DocumentText.Format;
import org.attune.strategy.internal.DocumentCheck;
import org.attune.strategy.internal.ExactJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** F39: guides and legal sentences in a document: what is wrong with one is said at its place. */
class GuideDocumentTest {
    private static final AttributeDictionary DICTIONARY = new AttributeDictionary(List.of(
            attribute("plan", AttributeType.CATEGORY, Sensitivity.ORDINARY),
            attribute("arrears_days", AttributeType.NUMBER, Sensitivity.ORDINARY),
            attribute("religion", AttributeType.CATEGORY, Sensitivity.PROTECTED)));

    private static AttributeDefinition attribute(String key, AttributeType type, Sensitivity sensitivity) {
        return new AttributeDefinition(key, type, LocalText.same(key), sensitivity, false, "crm", "who", "none", true);
    }

    private static GuideStep step(String key, @Nullable Outcome suggests, String... to) {
        return new GuideStep(
                key,
                new LocalText("Say " + key, "Dites " + key),
                Arrays.stream(to)
                        .map(each -> new Choice(new LocalText("Yes", "Oui"), each))
                        .toList(),
                suggests);
    }

    private static List<Problem> problems(List<LegalSentence> legal, GuideStep... guide) {
        Action action = Drafting.action("a", 3).saying(legal, List.of(guide));
        return DocumentCheck.problems(Drafting.document(action), new RuleCompiler(DICTIONARY), DICTIONARY);
    }

    private static List<String> said(GuideStep... guide) {
        return problems(List.of(), guide).stream()
                .map(each -> each.place() + ": " + each.message())
                .toList();
    }

    @Test
    void aGuideThatBranchesAndComesBackIsSound() {
        assertThat(said(
                        step("one", null, "two", "three"),
                        step("two", null, "one", "three"),
                        step("three", Outcome.ACCEPTED)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aDocumentKeepsGuidesAndSentences(Format format) {
        StrategyDocument document = Drafting.document(Drafting.action("a", 3)
                .saying(
                        List.of(new LegalSentence("days", new LocalText("Fourteen days.", "Quatorze jours."))),
                        List.of(step("one", null, "two"), step("two", Outcome.NOT_NOW))));
        DocumentText texts = new DocumentText(new ExactJson(JsonMapper.builder().build()));

        String written = texts.write(document, format);

        assertThat(texts.read(written, format).document()).isEqualTo(document);
        assertThat(texts.write(Drafting.document(Drafting.action("a", 3)), format))
                .as("what has neither reads as before")
                .doesNotContain("guide", "legal");
    }

    @Test
    void aChoiceThatLeadsNowhereIsNamed() {
        assertThat(said(step("one", null, "two", "gone"), step("two", null)))
                .containsExactly("actions[a].guide[one].choices[2].to: There is no step 'gone'.");
    }

    @Test
    void aStepThatNobodyReachesIsNamed() {
        assertThat(said(step("one", null, "two"), step("two", null), step("lost", null)))
                .containsExactly("actions[a].guide[lost]: No choice leads to this step.");
    }

    @Test
    void aGuideWithoutAnEndIsRefused() {
        assertThat(said(step("one", null, "two"), step("two", null, "one")))
                .containsExactly("actions[a].guide: A guide comes to an end: a step without choices.");
    }

    @Test
    void aCircleWithoutAWayOutIsNamedAtEachOfItsSteps() {
        assertThat(said(
                        step("one", null, "circle", "end"),
                        step("circle", null, "round"),
                        step("round", null, "circle"),
                        step("end", null)))
                .containsExactly(
                        "actions[a].guide[circle]: From here no choice comes to an end: the guide goes round in circles.",
                        "actions[a].guide[round]: From here no choice comes to an end: the guide goes round in circles.");
    }

    @Test
    void onlyAnEndSuggestsAndOnlyWhatAnAgentCanAnswer() {
        assertThat(said(step("one", Outcome.DECLINED, "two"), step("two", Outcome.EXPIRED)))
                .containsExactly(
                        "actions[a].guide[one].suggests: Only an end suggests an answer: a step without choices.",
                        "actions[a].guide[two].suggests: An end suggests accepted, declined, not-now or not-offered.");
    }

    @Test
    void whatIsSaidNamesOnlyWhatThereIsAndNothingProtected() {
        LegalSentence plan = new LegalSentence("plan", new LocalText("Your plan {plan}, {firstName}.", "{plan}"));
        LegalSentence typo = new LegalSentence("typo", new LocalText("Your {plann}.", "x"));
        LegalSentence secret = new LegalSentence("secret", new LocalText("x", "Votre {religion}."));

        List<Problem> problems = problems(List.of(plan, typo, secret));

        assertThat(problems)
                .extracting(Problem::place)
                .containsExactly("actions[a].legal[typo].text", "actions[a].legal[secret].text");
        assertThat(problems)
                .extracting(each -> each.message(Language.FR))
                .containsExactly(
                        "Il n’y a rien à mettre à la place de {plann} : nommez un attribut, ou firstName.",
                        "{religion} est protégé : il ne se lit pas à voix haute.");
    }
}
