package org.attune.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.history.Report;
import org.attune.history.Reports;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What agents report reaches those who look after data and catalog, until somebody has seen to it. */
@AttuneTest
@ViewPackages(packages = {"org.attune.insight.ui", "org.attune.ui"})
@WithMockUser(username = "supervisor", roles = "SUPERVISOR")
class FeedbackViewTest extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    History history;

    @Autowired
    Reports reports;

    private Decision reported(String ref, String reason) {
        SomeCustomer.named(ref, "Robin " + ref)
                .attributes(Map.of("amount_owed", 0, "arrears_days", 0, "tenure_months", 30, "has_mobile", true))
                .consents(Map.of("profiling", true))
                .put(customers);
        Decision decision = decisions.decide(
                DecisionRequest.of(Objects.requireNonNull(customers.idOf(ref)), Channel.CALL_CENTER, "billing"));
        String action = first(decision);
        history.shown(decision.id(), List.of(action), "agent");
        history.answer(new Answer(decision.id(), action, Outcome.NOT_OFFERED, reason, null, null), "agent");
        return decision;
    }

    private static String first(Decision decision) {
        return decision.recommendations().getFirst().action();
    }

    private List<Report> waiting(Decision decision) {
        return reports.latest(null, false, 500).stream()
                .filter(each -> each.decision().equals(decision.id()))
                .toList();
    }

    @Test
    void wrongFactsAndInappropriateWaitAndOtherReasonsDoNot() {
        Decision wrong = reported("FB-1", "wrong-facts");
        Decision rude = reported("FB-2", "inappropriate");
        Decision busy = reported("FB-3", "no-time");

        assertThat(waiting(wrong)).singleElement().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(Report.Kind.WRONG_FACTS);
            assertThat(report.agent()).isEqualTo("agent");
        });
        assertThat(waiting(rude)).extracting(Report::kind).containsExactly(Report.Kind.INAPPROPRIATE);
        assertThat(waiting(busy)).isEmpty();
    }

    @Test
    void anAnswerThatIsTakenBackTakesItsReportBack() {
        Decision wrong = reported("FB-4", "wrong-facts");
        history.undo(wrong.id(), first(wrong), "agent");
        assertThat(waiting(wrong)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSupervisorSeesToIt() {
        Decision wrong = reported("FB-5", "wrong-facts");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        navigate(FeedbackView.class);
        Grid<Report> grid = find(Grid.class)
                .withAttribute("aria-label", "Feedback from agents")
                .single();
        int row = 0;
        while (!test(grid).getRow(row).decision().equals(wrong.id())) {
            row++;
        }
        ActionButton settle = (ActionButton)
                test(grid).getCellComponent(row, 6).getChildren().findFirst().orElseThrow();
        test(settle).click();
        TextArea note = find(TextArea.class).single();
        test(note).setValue("Address corrected");
        test(find(ActionButton.class)
                        .withCondition(each -> each.label().equals("Mark as seen to")
                                && each.getParent().orElseThrow()
                                        != settle.getParent().orElseThrow())
                        .all()
                        .getLast())
                .click();

        assertThat(waiting(wrong)).isEmpty();
        assertThat(reports.latest(Report.Kind.WRONG_FACTS, true, 500))
                .filteredOn(each -> each.decision().equals(wrong.id()))
                .singleElement()
                .satisfies(each -> assertThat(
                                Objects.requireNonNull(each.settled()).note())
                        .isEqualTo("Address corrected"));
        assertThatThrownBy(() -> reports.settle(wrong.id(), first(wrong), "", "ana"))
                .isInstanceOf(ConflictException.class);
    }
}
