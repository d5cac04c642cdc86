package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.care.Budgets;
import org.attune.care.CareBed;
import org.attune.care.CareCase.Visibility;
import org.attune.care.CareCases;
import org.attune.care.CaseKind;
import org.attune.care.Consent;
import org.attune.care.HardshipReason;
import org.attune.care.OpenCase;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Interactions;
import org.attune.interaction.NoteVisibility;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.WrapUpBed;
import org.attune.interaction.WrapUpMode;
import org.attune.interaction.WrapUpRules;
import org.attune.interaction.WrapUps;
import org.attune.interaction.internal.InteractionStore;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** F41, F42 at the desk: W, the code that is proposed, the summary that is composed, and what the next call shows of it. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class WrapUpDeskTest extends SpringBrowserlessTest {
    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    InteractionStore conversations;

    @Autowired
    WrapUps wrapUps;

    @Autowired
    WrapUpRules rules;

    @Autowired
    PastConversations past;

    @Autowired
    Notes notes;

    @Autowired
    CareCases cases;

    @Autowired
    Budgets budgets;

    @Autowired
    JdbcClient jdbc;

    private CustomerId customer;

    @BeforeEach
    void inEnglishAndFree() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        closeAll();
        customer = WrapUpBed.customer(customers);
    }

    @AfterEach
    void closeAll() {
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
    }

    private Interaction open(WrapUpMode mode) {
        Interaction call = WrapUpBed.talking(conversations, customer, "agent", WrapUpBed.queue(rules, mode));
        UI.getCurrent().navigate("desk/" + call.id());
        return call;
    }

    private void key(String key) {
        find(DeskView.class).single().key(key);
        roundTrip();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).as(page()).isTrue();
    }

    private void press(String name) {
        NativeButton button = find(NativeButton.class).all().stream()
                .filter(each -> each.isVisible()
                        && each.getElement().getTextRecursively().startsWith(name))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private String chosen() {
        return find(NativeButton.class).withAttribute("aria-checked", "true").all().stream()
                .map(each -> each.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    private TextArea summary() {
        return area("Summary");
    }

    private TextArea area(String name) {
        return find(TextArea.class)
                .withCondition(each -> name.equals(each.getAriaLabel().orElse("")))
                .single();
    }

    private String page() {
        return find(DeskView.class).single().getElement().getTextRecursively();
    }

    private PastConversation kept() {
        return past.of(customer, 5).getFirst();
    }

    @Test
    void twoKeysWrapUpTheUsualCallAndTheNextCallShowsIt() {
        Interaction call = open(WrapUpMode.REQUIRED);
        String title = Objects.requireNonNull(find(Article.class).all().stream()
                .map(each -> each.getElement().getAttribute("aria-label"))
                .filter(each -> !"Listen".equals(each))
                .findFirst()
                .orElseThrow());
        key("1");
        key("a");
        key("w");
        assertThat(chosen()).as("something was accepted").startsWith("Solved");
        assertThat(summary().getValue()).contains("Accepted: " + title + ".");
        press("Finish");
        assertThat(interactions.get(call.id(), "agent").state()).isEqualTo(State.CLOSED);
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Solved");

        open(WrapUpMode.NONE);
        assertThat(page()).contains("Solved · ", "Accepted: " + title);
    }

    @Test
    void digitsChooseTheCodeAndWhatIsWrittenStaysAfterARefresh() {
        Interaction call = open(WrapUpMode.TIMED);
        key("w");
        assertThat(chosen()).startsWith("Still open");
        key("1");
        test(summary()).setValue("Called twice already.");
        UI.getCurrent().navigate("desk");
        UI.getCurrent().navigate("desk/" + call.id());
        assertThat(chosen()).startsWith("Solved");
        assertThat(summary().getValue()).isEqualTo("Called twice already.");
        press("FR");
        assertThat(summary().getValue()).as("never replaced unasked").isEqualTo("Called twice already.");
        press("Compose anew");
        assertThat(summary().getValue()).startsWith("Le client a appelé");
        press("EN");
        assertThat(summary().getValue()).startsWith("The customer called");
        press("Back to the conversation");
        assertThat(interactions.get(call.id(), "agent").state()).isEqualTo(State.WRAP_UP);
        key("w");
        press("Finish");
        assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Solved");
    }

    @Test
    void withoutARuleTheKeyEndsTheConversationAtOnce() {
        Interaction call = open(WrapUpMode.NONE);
        key("w");
        assertThat(interactions.get(call.id(), "agent").state()).isEqualTo(State.CLOSED);
        assertThat(kept().summary()).isNotNull();
    }

    @Test
    void anOptionalWrapUpCanEndWithoutACode() {
        open(WrapUpMode.OPTIONAL);
        key("w");
        key("0");
        assertThat(chosen()).startsWith("No code");
        press("Finish");
        assertThat(kept().code()).isNull();
    }

    @Test
    void theSummaryTellsOfCareOnlyWhatEverybodyMayRead() {
        open(WrapUpMode.REQUIRED);
        CareBed.budget(budgets, customer, 100, "agent");
        cases.open(
                customer,
                new OpenCase(
                        CaseKind.HARDSHIP,
                        HardshipReason.ILLNESS.key(),
                        "In hospital since May",
                        Visibility.AGENTS,
                        Consent.SAID,
                        null,
                        null),
                "agent");
        key("w");
        assertThat(summary().getValue())
                .contains("Recorded: ", "A budget was taken.", "assessment by ")
                .doesNotContain("hospital", "llness");
        press("Back");
    }

    @Test
    void aNoteStandsInTheTimelineForThoseWhoMayReadIt() {
        Interaction call = open(WrapUpMode.NONE);
        key("m");
        TextArea text = area("Note");
        test(text).setValue("Prefers the morning, card 4111 1111 1111 1111");
        press("Keep note");
        await(() -> page().contains("Prefers the morning"));
        assertThat(text.getValue()).isEmpty();
        assertThat(page()).contains("Prefers the morning, card [•••• •••• •••• ••••]");

        Interaction other = WrapUpBed.talking(conversations, customer, "tom-of-the-wrap-up", "");
        org.attune.interaction.Reader tom =
                new org.attune.interaction.Reader("tom-of-the-wrap-up", org.attune.access.Role.AGENT, "green");
        notes.add(other.id(), tom, NoteVisibility.EVERYONE, "Tom says hello to everybody");
        notes.add(other.id(), tom, NoteVisibility.TEAM, "Only for the green team");
        UI.getCurrent().navigate("desk");
        UI.getCurrent().navigate("desk/" + call.id());
        assertThat(page()).contains("Tom says hello to everybody").doesNotContain("green team");
    }

    @Test
    void whenTheTimeIsOverTheDeskIsFreeAgain() {
        Interaction call = open(WrapUpMode.TIMED);
        key("w");
        jdbc.sql("update interaction_wrapup set due_at = now() where interaction_id = ?")
                .param(call.id().value())
                .update();
        wrapUps.finishOverdue();
        await(() -> find(Workplace.class).all().isEmpty());
        assertThat(find(WrapUpDialog.class).all()).noneMatch(WrapUpDialog::isOpened);
        assertThat(page()).contains("Code: Not in time");
    }

    @Test
    void namesAreThereForWhoDoesNotSee() {
        open(WrapUpMode.OPTIONAL);
        key("w");
        List<String> roles = find(CodeChoice.class)
                .single()
                .getChildren()
                .map(each -> String.valueOf(each.getElement().getAttribute("role")))
                .toList();
        assertThat(roles).containsOnly("radio").hasSize(3);
        assertThat(find(CodeChoice.class).single().getElement().getAttribute("aria-label"))
                .isEqualTo("What became of it");
        press("Back");
    }
}
