package org.attune.care.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.Budgets;
import org.attune.care.CareBed;
import org.attune.care.CareCases;
import org.attune.care.CarePanels;
import org.attune.care.Consent;
import org.attune.care.HardshipReason;
import org.attune.care.OpenCase;
import org.attune.care.engine.Frequency;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The panel as an agent works with it, and the supervisor's page. */
@AttuneTest
@ViewPackages(packages = {"org.attune.care.ui", "org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class CarePanelTest extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    CarePanels panels;

    @Autowired
    Budgets budgets;

    @Autowired
    Arrangements arrangements;

    @Autowired
    CareCases cases;

    @Autowired
    Users users;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private Interaction conversation;

    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void hangUp() {
        if (conversation != null) {
            interactions.close(conversation.id(), "agent");
        }
    }

    private CarePanel open(CustomerId customer) {
        conversation = interactions.open("agent", customer, Channel.CALL_CENTER, "payment");
        return again();
    }

    private CarePanel again() {
        UI.getCurrent().removeAll();
        CarePanel panel = (CarePanel) panels.panel(conversation, () -> {});
        UI.getCurrent().add(panel);
        return panel;
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(CarePanelTest::all));
    }

    private static String text(Component root) {
        return all(root)
                .filter(Component::isVisible)
                .map(each -> each.getElement().getText())
                .reduce("", (a, b) -> a + " " + b);
    }

    private void press(Component root, String label) {
        NativeButton button = all(root)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(each -> each.getElement().getTextRecursively().startsWith(label) && each.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button '" + label + "'."));
        test(button).click();
    }

    private static BigDecimalField amount(Component root, String name) {
        return all(root)
                .filter(BigDecimalField.class::isInstance)
                .map(BigDecimalField.class::cast)
                .filter(each -> name.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Component> T part(CarePanel panel, Class<T> type) {
        return all(panel).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void theBudgetAddsUpWhileTypedAndIsKeptOnlyWithConsent() {
        CustomerId customer = CareBed.customer(customers, "panel-budget", 300);
        CarePanel panel = open(customer);
        panel.open(CarePanel.BUDGET);
        BudgetTab tab = part(panel, BudgetTab.class);

        amount(tab, "Wages, after tax").setValue(new BigDecimal("1500"));
        amount(tab, "Rent or home loan").setValue(new BigDecimal("1600.50"));
        assertThat(text(tab)).contains("Missing: €100.50");
        amount(tab, "Rent or home loan").setValue(new BigDecimal("1300"));
        assertThat(text(tab)).contains("Left: €200.00");

        press(tab, "Keep");
        assertThat(budgets.current(customer)).isEmpty();

        // A refresh brings the agent back to the same figures.
        CarePanel afterRefresh = again();
        assertThat(afterRefresh.draft().tab).isEqualTo(CarePanel.BUDGET);
        BudgetTab same = part(afterRefresh, BudgetTab.class);
        assertThat(text(same)).contains("Left: €200.00");

        all(same).filter(Checkbox.class::isInstance).map(Checkbox.class::cast).forEach(each -> each.setValue(true));
        press(same, "Keep");
        assertThat(budgets.current(customer).orElseThrow().result().surplus()).isEqualTo(200_00);
    }

    @Test
    void thePlanIsSpokenInOneSentenceAndAgreedWithOneButton() {
        CustomerId customer = CareBed.customer(customers, "panel-plan", 300);
        CareBed.budget(budgets, customer, 150, "agent");
        CarePanel panel = open(customer);
        panel.open(CarePanel.PLAN);
        PlanTab tab = part(panel, PlanTab.class);

        assertThat(text(tab))
                .contains("3 payments of €100.00, every month")
                .contains("One missed payment moves to the end");
        press(tab, "Agreed with the customer");
        assertThat(arrangements.live(customer).orElseThrow().state()).isEqualTo(Arrangement.State.ACTIVE);
        assertThat(text(tab)).contains("Collections are silent while it runs.", "€0.00 of €300.00 paid");
    }

    @Test
    void theAidsAskOneQuestionAtATimeAndTheAnswerCanBeTakenBack() {
        CustomerId customer = CareBed.customer(customers, "panel-aids", 300);
        CarePanel panel = open(customer);
        panel.open(CarePanel.AIDS);
        AidsTab tab = part(panel, AidsTab.class);
        String first = text(tab);
        assertThat(first).contains("The answer can settle up to").contains("never a promise");
        press(tab, "Rather not say");
        assertThat(text(tab)).isNotEqualTo(first);
        press(tab, "Take the last answer back");
        assertThat(text(tab)).contains("Where do you live?");
        press(tab, "France");
        assertThat(text(tab)).isEqualTo(first);
    }

    @Test
    void helpIsOnThePickerWithReasonsAndTheClockShowsForTheAgent() {
        CustomerId customer = CareBed.customer(customers, "panel-help", 300);
        cases.open(customer, OpenCase.hardship(HardshipReason.LOW_INCOME, 6, Consent.SAID), "agent");
        CarePanel panel = open(customer);
        assertThat(text(part(panel, SituationTab.class)))
                .contains("Application for help", "assessment by", "application pending", "with consent");
        panel.open(CarePanel.OPTIONS);
        assertThat(text(part(panel, OptionsTab.class)))
                .contains(
                        "Pause payments", "Token payments", "More time", "Free debt advice", "Waive interest", "Reduce")
                .contains("Fill in the budget first");
    }

    @Test
    void everythingReadsInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        CustomerId customer = CareBed.customer(customers, "panel-french", 300);
        CareBed.budget(budgets, customer, 150, "agent");
        CarePanel panel = open(customer);
        panel.open(CarePanel.PLAN);
        assertThat(text(part(panel, PlanTab.class))).contains("3 paiements de", "chaque mois");
        panel.open(CarePanel.AIDS);
        assertThat(text(part(panel, AidsTab.class))).contains("jamais une promesse");
    }

    @Test
    @WithMockUser(username = "supervisor", roles = "SUPERVISOR")
    void theSupervisorSeesWhatWaitsAndAgrees() {
        CareBed.person(users, "panel-agent", Role.AGENT);
        CustomerId customer = CareBed.customer(customers, "panel-wait", 2_000);
        CareBed.budget(budgets, customer, 550, "panel-agent");
        cases.open(customer, OpenCase.hardship(HardshipReason.ILLNESS, 3, Consent.SAID), "panel-agent");
        Arrangement waits = arrangements.propose(
                customer,
                2_000_00,
                Frequency.MONTH,
                LocalDate.ofInstant(clock.instant(), zone),
                null,
                "Starts a new job",
                null,
                "panel-agent");
        UI.getCurrent().navigate("insight/care");
        Component view = (Component) getCurrentView();
        assertThat(text(view))
                .contains("Camille panel-wait", "Starts a new job", "assessment by")
                .doesNotContain("Illness");
        ApprovalRow row = all(view)
                .filter(ApprovalRow.class::isInstance)
                .map(ApprovalRow.class::cast)
                .filter(each -> text(each).contains("panel-wait"))
                .findFirst()
                .orElseThrow();
        press(row, "Approve");
        assertThat(arrangements.of(customer).getFirst().approvedBy()).isEqualTo("supervisor");
        assertThat(waits.id()).isEqualTo(arrangements.of(customer).getFirst().id());
    }
}
