package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Records;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.Language;
import org.attune.strategy.Strategies;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole call in French, from the door to the summary in the next call: no English word is seen or read out, and nothing is cut. */
@AttuneTest
@Tag("e2e")
class FrenchJourney {
    private static final String MOVING = "home-move";

    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    Customers customers;

    @Autowired
    Telephony telephony;

    @Autowired
    Strategies strategies;

    @Autowired
    AgentCare care;

    @Autowired
    Users users;

    @Autowired
    I18NProvider texts;

    @Autowired
    Vocabulary vocabulary;

    private final String phone = SomeCall.number();
    private English english;

    @BeforeEach
    void somebodyIsMoving() {
        nobodyIsOnTheLine();
        Action move = Objects.requireNonNull(strategies.document().catalog().action(MOVING));
        if (move.actionClass() != ActionClass.MANDATORY) {
            Action first = Records.with(move, Map.of("actionClass", ActionClass.MANDATORY));
            strategies.publish(
                    strategies.document().with(strategies.document().catalog().with(first)), "journey", "test");
        }
        SomeCustomer.named("fr-" + UUID.randomUUID().toString().substring(0, 8), "Nadège Roux")
                .speaking(Language.FR)
                .phones(List.of(phone))
                .attributes(
                        Map.of("arrears_days", 0, "has_home_internet", true, "has_mobile", true, "plan_price", 34.99))
                .consents(Map.of("profiling", true))
                .put(customers);
        english = English.of(strategies.document().catalog(), vocabulary);
    }

    @AfterEach
    void nobodyIsOnTheLine() {
        users.setLanguage("agent", null);
        care.over("agent");
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
    }

    @Test
    void fromTheDoorToTheSummaryInTheNextCall() {
        try (Person agent = new Person(port, ColorScheme.DARK, Locale.FRANCE)) {
            Page page = agent.page();
            agent.open("/login");
            page.locator("input[name=password]").waitFor();
            look(agent, "01-login");
            page.locator("input[name=username]").fill("agent");
            page.locator("input[name=password]").fill("attune-demo");
            page.keyboard().press("Enter");
            page.locator(".empty-desk").first().waitFor();
            look(agent, "02-free");

            String call = ring();
            assertThat(agent.region(t("desk.ringing"))).containsText("Nadège Roux");
            look(agent, "03-ringing");
            page.keyboard().press("r");
            page.locator(".action-card").nth(1).waitFor();
            look(agent, "04-call");
            states(agent);

            page.keyboard().press("a");
            assertThat(page.locator(".page-footer")).containsText("Accepté");
            look(agent, "13-accepted");
            tell(call, Kind.ENDED);
            assertThat(page.locator("vaadin-dialog.wrap-up[opened]").getByRole(AriaRole.TEXTBOX))
                    .hasValue(Pattern.compile("Le client a appelé"));
            look(agent, "14-wrap-up");
            agent.button(t("wrapup.finish")).press("Enter");

            page.waitForURL(
                    url -> !page.locator("vaadin-dialog.wrap-up[opened]").isVisible());
            page.keyboard().press("r");
            assertThat(agent.region(t("desk.timeline"))).containsText("Résolu · Inès Laurent");
            // How many calls there are changes with time: here in its longest words.
            page.locator(".pressure")
                    .evaluate(
                            "(chip, words) => chip.textContent = words",
                            "File Assistance · " + t("desk.pressure.normal"));
            look(agent, "15-next-call");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Lire le résumé.*")))
                    .press("Enter");
            assertThat(page.locator("vaadin-dialog.told")).containsText("Résolu");
            look(agent, "16-summary");
        }
    }

    /** Everything an agent opens in a call by a key, and what others bring. */
    private void states(Person agent) {
        Page page = agent.page();
        key(agent, "i");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        look(agent, "05-reasons");
        page.keyboard().press("Escape");
        dialog(agent, "y", "06-why");
        dialog(agent, "d", "07-decline");
        dialog(agent, "l", "08-not-now");
        dialog(agent, "?", "09-keys");

        agent.button(t("desk.wishes.change")).press("Enter");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        look(agent, "10-wishes");
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);

        key(agent, "g");
        assertThat(page.locator(".guide")).containsText("Quand avez-vous les clés");
        page.keyboard().press("2");
        look(agent, "11-guide");
        page.keyboard().press("g");

        // A second call and a supervisor who was called share the bar with everything else.
        key(agent, "s");
        assertThat(page.locator(".help-note")).containsText(t("desk.help.waits"));
        ring();
        assertThat(page.locator(".ring-note")).containsText("Nadège Roux");
        assertThat(page.locator(".help-note")).isVisible();
        look(agent, "12-second-call");
    }

    private void dialog(Person agent, String key, String name) {
        Locator open = agent.page().locator("vaadin-dialog[opened]");
        key(agent, key);
        assertThat(open).hasCount(1);
        look(agent, name);
        agent.page().keyboard().press("Escape");
        assertThat(open).hasCount(0);
    }

    private static void key(Person agent, String key) {
        agent.page().locator(".workplace").focus();
        agent.page().keyboard().press(key);
    }

    /** In the dark and in the light. */
    private void look(Person agent, String state) {
        assertThat(english.on(agent.page())).as(state).isEmpty();
        assertThat(English.wordsOn(agent.page())).as(state).isEmpty();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Look.at(agent, "french-" + state + "-" + Look.suffix(Locale.FRENCH, scheme), scheme);
        }
    }

    private String t(String key, Object... args) {
        return texts.getTranslation(key, Locale.FRENCH, args);
    }

    private String ring() {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING);
        return call;
    }

    private void tell(String call, Kind kind) {
        telephony.take(SomeCall.told(
                call,
                kind,
                kind == Kind.ENDED ? null : "agent",
                new Facts(false, phone, null, "support", "moving", null)));
    }
}
