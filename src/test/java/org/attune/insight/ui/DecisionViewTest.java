package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.customer.Attributes;
import org.attune.customer.Customers;
import org.attune.customer.Sensitivity;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.History;
import org.attune.insight.internal.Explained;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class DecisionViewTest extends SpringBrowserlessTest {
    @Autowired
    private History history;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Customers customers;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Attributes attributes;

    @Test
    void theWayFromTheCatalogToTheProposalAddsUp() {
        Decision decision = decide();
        navigate(InsightNavigation.decision(decision.id()), DecisionView.class);

        int catalog = strategies.document().actions().size();
        int proposed = decision.recommendations().size();
        List<String> steps = find(NativeButton.class).withClassName("funnel-step").all().stream()
                .map(button -> button.getElement().getTextRecursively())
                .toList();
        assertThat(steps.getFirst()).isEqualTo("Catalog" + catalog);
        assertThat(steps.getLast()).isEqualTo("Proposed" + proposed);
        int left = steps.subList(1, steps.size() - 1).stream()
                .mapToInt(step -> Integer.parseInt(step.replaceAll(".*−", "")))
                .sum();
        assertThat(left + proposed).isEqualTo(catalog);
        assertThat(candidates().size()).as("a row for every action").isEqualTo(catalog);
    }

    @Test
    void aStageAnIssueOrAWordNarrowsTheGrid() {
        Decision decision = decide();
        navigate(InsightNavigation.decision(decision.id()), DecisionView.class);
        long eligibility = decision.dropped().stream()
                .filter(each -> each.stage().equals("eligibility"))
                .count();

        NativeButton stage =
                find(NativeButton.class).withClassName("funnel-eligibility").single();
        test(stage).click();
        assertThat(candidates().size()).isEqualTo((int) eligibility);
        assertThat(stage.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        test(stage).click();
        assertThat(candidates().size())
                .isEqualTo(strategies.document().actions().size());

        Input text = find(Input.class).single();
        text.setValue("arrears_days");
        assertThat(candidates().size())
                .isPositive()
                .isLessThan(strategies.document().actions().size());
        text.setValue("no such thing anywhere");
        assertThat(candidates().size()).isZero();
    }

    @Test
    void aRowOpensToItsRuleWithTheValuesThatWereRead() {
        Decision decision = decide();
        navigate(InsightNavigation.decision(decision.id()), DecisionView.class);
        var dropped = decision.dropped().stream()
                .filter(each -> each.stage().equals("eligibility")
                        && each.rule().contains("has_mobile")
                        && each.values().containsKey("has_mobile"))
                .findFirst()
                .orElseThrow();
        find(Input.class).single().setValue(dropped.action());
        candidates().clickRow(0);
        assertThat(candidates().size()).isPositive();
        assertThat(RuleText.parts("'outage' in signals", List.of(new Explained.Read("signals['outage']", "none"))))
                .containsExactly(new RuleText.Part("'outage'", "none"), new RuleText.Part(" in signals", ""));
        assertThat(RuleText.parts("has_mobile && !(x in y)", List.of(new Explained.Read("has_mobile", "false"))))
                .containsExactly(new RuleText.Part("has_mobile", "false"), new RuleText.Part(" && !(x in y)", ""));
    }

    @Test
    void protectedAttributesAreNotShown() {
        navigate(InsightNavigation.decision(decide().id()), DecisionView.class);

        assertThat(text()).contains("Protected attributes, not shown: 3");
        List<String> labels = find(DescriptionList.Term.class).all().stream()
                .map(term -> term.getElement().getTextRecursively())
                .toList();
        attributes.dictionary().all().stream()
                .filter(each -> each.sensitivity() == Sensitivity.PROTECTED)
                .forEach(each -> assertThat(labels).doesNotContain(each.label().en(), each.key()));
    }

    @Test
    void everythingReadsInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        navigate(InsightNavigation.decision(decide().id()), DecisionView.class);

        assertThat(text()).contains("Catalogue", "Proposées", "Faits tels qu’ils ont été lus", "Rejouer");
    }

    @Test
    void anImportedAnswerSaysThatNothingIsKnown() {
        DecisionId imported = new LogOfActions(history).imported(Outcome.ACCEPTED);
        navigate(InsightNavigation.decision(imported), DecisionView.class);

        assertThat(find(Paragraph.class)
                        .withClassName("empty-state-title")
                        .single()
                        .getText())
                .isEqualTo("Imported answer");
        assertThat(text()).contains("Accepted");
    }

    @Test
    void whatWasSaidWordForWordStandsOnTheDecisionWithItsTime() {
        DecisionId yes = new LogOfActions(history)
                .said(CustomerId.next(), InteractionId.next(), "A loan commits you and must be repaid.");
        navigate(InsightNavigation.decision(yes), DecisionView.class);

        assertThat(text()).contains("Said word for word before", "A loan commits you and must be repaid.", "ticked ");

        assertThat(history.undo(yes, history.decision(yes).offers().getFirst().action(), "agent"))
                .isTrue();
        navigate(InsightNavigation.decision(yes), DecisionView.class);
        assertThat(text()).doesNotContain("must be repaid");
    }

    @Test
    void anUnknownDecisionSaysSo() {
        for (String id : List.of(DecisionId.next().toString(), "not-an-id")) {
            UI.getCurrent().navigate("insight/decisions/" + id);
            assertThat(find(H1.class).single().getText()).isEqualTo("There is no such page");
        }
    }

    @Test
    void filtersStandAsChipsThatCanBeTakenAway() {
        LogOfActions log = new LogOfActions(history);
        log.offered(Channel.CALL_CENTER, "main", Outcome.ACCEPTED);
        log.offered(Channel.CALL_CENTER, "main", Outcome.DECLINED);
        open("insight/decisions?from=&column=accepted&action=" + log.action());
        assertThat(lines().size()).isEqualTo(1);

        test(find(NativeButton.class).withAriaLabel("Remove filter: Accepted").single())
                .click();

        assertThat(lines().size()).isEqualTo(2);
        lines().clickRow(0);
        assertThat(getCurrentView()).isInstanceOf(DecisionView.class);
    }

    @Test
    void modelsTellWhatTheyHaveLearned() {
        LogOfActions log = new LogOfActions(history);
        log.offered(Channel.CALL_CENTER, "main", Outcome.ACCEPTED);
        log.offered(Channel.CALL_CENTER, "main", Outcome.DECLINED);
        open("insight/models?action=" + log.action());

        assertThat(lines().getSelected()).singleElement().satisfies(row -> {
            assertThat(row).hasFieldOrPropertyWithValue("key", log.action());
            assertThat(row).hasFieldOrPropertyWithValue("figures.responses", 2L);
            assertThat(row).hasFieldOrPropertyWithValue("figures.positives", 1L);
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private GridTester<Grid<Object>, Object> candidates() {
        return test(GridTester.class, (Grid) find(CandidateGrid.class).single());
    }

    private Decision decide() {
        CustomerId customer = Objects.requireNonNull(customers.idOf("C-100001"));
        return decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "payment"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private GridTester<Grid<Object>, Object> lines() {
        return test(GridTester.class, (Grid) find(Grid.class).single());
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    /** Opens an address with its query. */
    private static void open(String address) {
        int query = address.indexOf('?');
        UI.getCurrent().navigate(address.substring(0, query), QueryParameters.fromString(address.substring(query + 1)));
    }
}
