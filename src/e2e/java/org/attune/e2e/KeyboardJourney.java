package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.attune.ui.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** F43: whole calls without a mouse, with the usual keys, with others, and with none. */
@AttuneTest
@Tag("e2e")
class KeyboardJourney {
    /** What the product promises for a whole call, beyond typing. */
    private static final int MOST = 12;

    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    Customers customers;

    @Autowired
    Telephony telephony;

    @Autowired
    Keys keys;

    private int presses;

    @BeforeEach
    @AfterEach
    void asUsual() {
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
        keys.reset("agent");
        keys.setOn("agent", true);
    }

    private String customer(String phone) {
        String name = "Keya " + UUID.randomUUID().toString().substring(0, 8);
        SomeCustomer.named(name.replace(' ', '-'), name)
                .phones(List.of(phone))
                .attributes(Map.of("has_home_internet", true, "has_mobile", true, "segment", "standard"))
                .consents(Map.of("profiling", true))
                .put(customers);
        return name;
    }

    private static String number() {
        return SomeCall.number();
    }

    private void ring(String phone) {
        telephony.take(SomeCall.told(UUID.randomUUID().toString(), Kind.RINGING, "agent", Facts.from(phone)));
    }

    /** One key press that counts; afterwards the focus is somewhere. */
    private void press(Person agent, String key) {
        presses++;
        agent.page().keyboard().press(key);
        agent.page().waitForFunction("document.activeElement && document.activeElement !== document.body");
    }

    @Test
    void aWholeCallTakesAtMostTwelveKeyPresses() {
        String phone = number();
        String name = customer(phone);
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            ring(phone);
            assertThat(agent.region("Ringing")).containsText(name);
            press(agent, "r");
            agent.cards().nth(1).waitFor();
            press(agent, "i");
            Locator reason = agent.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Technical"));
            reason.first().waitFor();
            agent.page().keyboard().type("Tech");
            press(agent, "Enter");
            assertThat(agent.page().locator(".page-footer")).containsText("Technical");
            press(agent, "2");
            Locator chosen = agent.page().locator(".action-card[aria-current=true]");
            String second = Objects.requireNonNull(agent.cards().nth(1).getAttribute("aria-label"));
            assertThat(chosen).hasAttribute("aria-label", second);
            press(agent, "l");
            agent.page().locator(".choices button").first().waitFor();
            press(agent, "1");
            assertThat(agent.region("Timeline")).containsText("Not now: " + second);
            press(agent, "a");
            assertThat(agent.region("Timeline")).containsText("Accepted:");
            press(agent, "?");
            assertThat(agent.page().getByRole(AriaRole.DIALOG)).containsText("Next tone");
            agent.picture("keys-list");
            press(agent, "Escape");
            press(agent, "w");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(presses).isLessThanOrEqualTo(MOST);
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    void enterTakesTheFirstMatchAlsoForAnUnknownCaller() {
        String name = customer(number());
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            agent.page().keyboard().press("/");
            agent.page().keyboard().type(name);
            press(agent, "Enter");
            assertThat(agent.region("Customer")).containsText(name);
            agent.conversationAddress();
            assertThat(agent.page().locator(".workplace")).isFocused();
            press(agent, "w");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));

            ring(number());
            assertThat(agent.region("Ringing")).containsText("Unknown caller");
            press(agent, "r");
            Locator search = agent.region("Who is calling?").getByRole(AriaRole.COMBOBOX);
            assertThat(search).isFocused();
            agent.page().keyboard().type("Nobody at all");
            press(agent, "Enter");
            assertThat(agent.page().locator(".notices")).containsText("Nobody found");
            assertThat(search).hasValue("Nobody at all");
            agent.page().keyboard().type(name);
            press(agent, "Enter");
            assertThat(agent.region("Customer")).containsText(name);
        }
    }

    /** The list for what was typed in the call before comes when the next caller is already on the page. */
    @Test
    void aListThatComesLateChoosesNobodyForTheNextCaller() {
        String name = customer(number());
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            agent.finder().evaluate("input => { input.closest('.finder')._filterTimeout = 60000; }");
            agent.page().keyboard().press("/");
            agent.page().keyboard().type(name);
            press(agent, "Enter");
            assertThat(agent.region("Customer")).containsText(name);
            agent.conversationAddress();
            press(agent, "w");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            ring(number());
            agent.region("Ringing").waitFor();
            press(agent, "r");
            Locator caller = agent.region("Who is calling?");
            assertThat(caller.getByRole(AriaRole.COMBOBOX)).isFocused();
            agent.finder().evaluate("input => input.closest('.finder')._filterDebouncer?.flush()");
            caller.getByRole(AriaRole.COMBOBOX).fill("Nobody at all");
            press(agent, "Enter");
            assertThat(agent.page().locator(".notices")).containsText("Nobody found");
            assertThat(caller).isVisible();
            assertThat(agent.region("Customer")).hasCount(0);
        }
    }

    @Test
    void leavingTheFieldChoosesNobody() {
        String name = customer(number());
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            agent.page().keyboard().press("/");
            agent.page().keyboard().type(name);
            agent.page()
                    .locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText(name))
                    .first()
                    .waitFor();
            agent.page().keyboard().press("Tab");
            assertThat(agent.finder()).hasValue("");
            Assertions.assertThat(interactions.open("agent")).isEmpty();
        }
    }

    @Test
    void whoSharesANumberIsChosenByADigit() {
        String phone = number();
        String one = customer(phone);
        String two = customer(phone);
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.page().locator(".empty-desk").first().waitFor();
            ring(phone);
            agent.region("Ringing").waitFor();
            press(agent, "r");
            Locator second = agent.page().locator(".caller .open-line").nth(1);
            String name = second.innerText().contains(one) ? one : two;
            press(agent, "2");
            assertThat(agent.region("Customer")).containsText(name);
        }
    }

    @Test
    void otherKeysCountAtOnceInEveryWindowAndNeverTwice() {
        String name = customer(number());
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.takeCareOf(name);
            agent.cards().first().waitFor();
            Page preferences = agent.page().context().newPage();
            preferences.navigate("http://localhost:" + port + "/preferences");
            Locator accept = field(preferences, "Accept");
            accept.fill("d");
            assertThat(preferences.locator(".key-fields"))
                    .containsText("D is “Decline, then the digit of the reason” already");
            accept.fill("q");
            assertThat(preferences.getByRole(AriaRole.STATUS).first()).containsText("Q is now: Accept");
            preferences.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "keys-page.png")));

            Locator button =
                    agent.page().locator(".action-card[aria-current=true]").getByText("Accept");
            assertThat(agent.page()
                            .locator(".action-card[aria-current=true] .answers kbd")
                            .first())
                    .hasText("Q");
            assertThat(button.locator("..")).hasAttribute("aria-keyshortcuts", "Q");
            agent.page().bringToFront();
            press(agent, "a");
            press(agent, "2");
            String second = Objects.requireNonNull(agent.cards().nth(1).getAttribute("aria-label"));
            assertThat(agent.page().locator(".action-card[aria-current=true]")).hasAttribute("aria-label", second);
            assertThat(agent.region("Timeline")).not().containsText("Accepted");
            press(agent, "q");
            assertThat(agent.region("Timeline")).containsText("Accepted: " + second);

            preferences.bringToFront();
            preferences
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to the usual keys"))
                    .click();
            assertThat(accept).hasValue("A");
            assertThat(agent.page()
                            .locator(".action-card[aria-current=true] .answers kbd")
                            .first())
                    .hasText("A");
        }
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void withoutSingleKeysEverythingIsReachedWithTabAndEnter() {
        String name = customer(number());
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.takeCareOf(name);
            agent.cards().first().waitFor();
            keys.setOn("agent", false);
            Locator chosen = agent.page().locator(".action-card[aria-current=true]");
            assertThat(chosen.locator("kbd:visible")).hasCount(0);
            agent.page().keyboard().press("a");
            agent.page().keyboard().press("2");
            Locator decline = chosen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Decline"));
            String title = Objects.requireNonNull(chosen.getAttribute("aria-label"));
            for (int i = 0;
                    i < 80 && !Boolean.TRUE.equals(decline.evaluate("e => e === document.activeElement"));
                    i++) {
                agent.page().keyboard().press("Tab");
            }
            assertThat(decline).isFocused();
            press(agent, "Enter");
            Locator price = agent.button("Price");
            price.waitFor();
            assertThat(agent.page()
                            .getByRole(AriaRole.DIALOG)
                            .locator("kbd:visible")
                            .first())
                    .hasText("Esc");
            price.focus();
            press(agent, "Enter");
            assertThat(agent.region("Timeline")).containsText("Declined: " + title);
            assertThat(agent.region("Timeline")).not().containsText("Accepted");
        }
    }
}
