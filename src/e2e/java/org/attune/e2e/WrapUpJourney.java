package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.Reader;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Receipt;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** F41, F42 in a real browser: from a call that has ended to its summary in the next one, and card numbers that never leave a field. */
@AttuneTest
@Tag("e2e")
class WrapUpJourney {
    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    PastConversations past;

    @Autowired
    Notes notes;

    @Autowired
    Customers customers;

    @Autowired
    Telephony telephony;

    @Autowired
    Users users;

    private final String phone = SomeCall.number();
    private CustomerId customer;

    @BeforeEach
    void somebodyWhoCalls() {
        String ref = "wrap-" + UUID.randomUUID().toString().substring(0, 8);
        customer = SomeCustomer.named(ref, "Mara Vidal")
                .phones(List.of(phone))
                .attributes(
                        Map.of("arrears_days", 0, "has_home_internet", true, "segment", "standard", "churn_risk", 0.2))
                .consents(Map.of("profiling", true))
                .put(customers);
        nobodyIsOnTheLine();
    }

    @AfterEach
    void nobodyIsOnTheLine() {
        users.setLanguage("agent", null);
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
    }

    private void tell(String call, Kind kind, @Nullable String queue) {
        Facts facts = new Facts(false, phone, null, queue, "technical", null);
        Receipt receipt = telephony.take(SomeCall.told(call, kind, kind == Kind.ENDED ? null : "agent", facts));
        Assertions.assertThat(receipt.status()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    private String call(String queue) {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, queue);
        tell(call, Kind.ANSWERED, queue);
        return call;
    }

    private static Locator dialog(Person agent) {
        return agent.page().locator("vaadin-dialog.wrap-up[opened]");
    }

    private PastConversation kept() {
        return past.of(customer, 5).getFirst();
    }

    @Test
    void fromTheEndOfACallToItsSummaryInTheNextOne() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            String first = call("support");
            agent.cards().first().waitFor();
            String title = Objects.requireNonNull(agent.cards().first().getAttribute("aria-label"));
            agent.page().keyboard().press("1");
            agent.page().keyboard().press("a");
            assertThat(agent.region("Timeline")).containsText("Accepted: " + title);
            agent.picture("wrapup-call");

            tell(first, Kind.ENDED, null);
            assertThat(dialog(agent)).containsText("Time left");
            assertThat(agent.page().getByRole(AriaRole.RADIO, named("Solved"))).isChecked();
            Assertions.assertThat(dialog(agent).getByRole(AriaRole.TEXTBOX).inputValue())
                    .contains("Accepted: " + title);
            check(agent, "wrap-up");
            agent.picture("wrapup-dialog");
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            check(agent, "wrap-up, dark");
            agent.picture("wrapup-dialog-dark");
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

            agent.page().reload();
            assertThat(agent.button("Finish")).isFocused();
            assertThat(dialog(agent)).containsText("Time left");
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("Solved");

            call("support");
            assertThat(agent.region("Timeline")).containsText("Solved · Inès Laurent");
            assertThat(agent.region("Timeline")).containsText("Accepted: " + title);
            agent.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Read the summary of.*")))
                    .click();
            Locator told = agent.page().locator("vaadin-dialog.told");
            assertThat(told).containsText("Solved");
            Assertions.assertThat(told.getByRole(AriaRole.TEXTBOX).inputValue())
                    .contains("The customer called about", "Accepted: " + title);
            agent.picture("wrapup-next-call");
            agent.page().keyboard().press("Escape");
            assertThat(agent.page().locator("vaadin-dialog.told[opened]")).hasCount(0);

            // The usual case in three keys.
            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("w");
            assertThat(agent.button("Finish")).isFocused();
            agent.page().keyboard().press("2");
            assertThat(agent.page().getByRole(AriaRole.RADIO, named("To follow up")))
                    .isChecked();
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(Objects.requireNonNull(kept().code()).en()).isEqualTo("To follow up");
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    void aCardNumberIsGoneWithItsLastDigit() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            call("billing");
            agent.cards().first().waitFor();
            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("m");
            Locator note = agent.page().getByRole(AriaRole.TEXTBOX, named("Note"));
            assertThat(note).isFocused();
            agent.page().keyboard().type("Read out 4111 1111 1111 111");
            assertThat(note).hasValue("Read out 4111 1111 1111 111");
            agent.page().keyboard().type("1");
            Assertions.assertThat(note.inputValue()).as("at once").isEqualTo("Read out [•••• •••• •••• ••••]");
            agent.page().keyboard().type(", calls from 06 12 34 56 78, IBAN FR76 3000 6000 0112 3456 7890 189");
            assertThat(note)
                    .hasValue("Read out [•••• •••• •••• ••••], calls from 06 12 34 56 78, IBAN FR76 3000 6000 0112 3456"
                            + " 7890 189");
            agent.page().keyboard().press("Control+Enter");
            assertThat(agent.region("Timeline"))
                    .containsText("Read out [•••• •••• •••• ••••], calls from 06 12 34 56 78");
            agent.picture("wrapup-note");
            Assertions.assertThat(notes.of(customer, new Reader("agent", org.attune.access.Role.AGENT, "blue"), 5))
                    .hasSize(1);

            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("w");
            Locator summary = dialog(agent).getByRole(AriaRole.TEXTBOX);
            summary.press("Control+End");
            summary.pressSequentially(" Paid with 5500-0000-0000-0004.");
            assertThat(summary).hasValue(Pattern.compile("Paid with \\[•••• •••• •••• ••••]\\."));
            summary.press("Control+Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(Objects.requireNonNull(kept().summary()).text())
                    .endsWith("Paid with [•••• •••• •••• ••••].");
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    /** The same texts, with the eyes of the browser and of the server. */
    @Test
    void browserAndServerTakeOutTheSame() {
        List<String> texts = new ArrayList<>(List.of(
                "4111 1111 1111 1111, 12/27, 123",
                "cvv: 123 and 4321",
                "code de sécurité n° 987, cryptogramme visuel 654",
                "FR76 3000 6000 0112 3456 7890 189",
                "call +33 6 12 34 56 78 or 0033612345678",
                "call 0612345678 4111 1111 1111 1111",
                "٤١١١١١١١١١١١١١١١",
                "４１１１１１１１１１１１１１１１",
                "3782-822463-10005\n6011.1111.1111.1117"));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder digits = new StringBuilder();
            int length = 9 + random.nextInt(14);
            for (int k = 0; k < length; k++) {
                digits.append(random.nextInt(10)).append(k % 4 == 3 && i % 2 == 0 ? " " : "");
            }
            texts.add("no. " + digits + " please");
        }
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            Object seen = agent.page().evaluate("texts => texts.map(each => attuneCards.redact(each, false))", texts);
            List<String> wanted = texts.stream().map(CardNumbers::redact).toList();
            Assertions.assertThat(wanted).anyMatch(each -> each.contains(CardNumbers.REMOVED));
            Assertions.assertThat((List<?>) seen).isEqualTo(wanted);
        }
    }

    @Test
    void inFrenchAndForWhoeverWantsToLook() {
        users.setLanguage("agent", Language.FR);
        try (Person agent = Person.loggedIn(port, "agent");
                Person admin = Person.loggedIn(port, "admin")) {
            agent.page().locator(".empty-desk").first().waitFor();
            String call = call("support");
            agent.page().locator(".action-card").first().waitFor();
            tell(call, Kind.ENDED, null);
            assertThat(dialog(agent)).containsText("Temps restant");
            assertThat(dialog(agent).getByRole(AriaRole.TEXTBOX)).hasValue(Pattern.compile("Le client a appelé"));
            agent.picture("wrapup-dialog-fr");
            agent.button("Terminer").click();
            agent.page().waitForURL(Pattern.compile(".*/desk$"));

            admin.open("/studio/wrap-up");
            admin.page().getByText("support").first().click();
            assertThat(admin.region("Rule of the queue")).containsText("Code at time-out");
            check(admin, "rules");
            admin.picture("wrapup-rules");
            admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            check(admin, "rules, dark");
            admin.picture("wrapup-rules-dark");
        }
    }

    @Test
    void aSupervisorReadsWhatItCameTo() {
        try (Person agent = Person.loggedIn(port, "agent");
                Person supervisor = Person.loggedIn(port, "supervisor")) {
            agent.page().locator(".empty-desk").first().waitFor();
            call("billing");
            agent.cards().first().waitFor();
            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("m");
            agent.page().keyboard().type("Was very worried.");
            agent.page().keyboard().press("Control+Enter");
            assertThat(agent.region("Timeline")).containsText("Was very worried.");
            supervisor.open("/insight/conversations");
            supervisor.page().locator(".page-header").waitFor();
            agent.page().locator(".workplace").focus();
            agent.page().keyboard().press("w");
            assertThat(agent.button("Finish")).isFocused();
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            supervisor
                    .page()
                    .locator("vaadin-grid-cell-content:visible", new Page.LocatorOptions().setHasText("Bill explained"))
                    .first()
                    .click();
            assertThat(supervisor.region("Conversation")).containsText("The customer called about");
            assertThat(supervisor.region("Conversation")).containsText("Was very worried.");
            check(supervisor, "conversations");
            supervisor.picture("wrapup-read");
            supervisor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            check(supervisor, "conversations, dark");
            supervisor.picture("wrapup-read-dark");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void check(Person person, String where) {
        Assertions.assertThat(Look.faults(person.page(), ColorScheme.LIGHT))
                .as(where)
                .isEmpty();
    }
}
