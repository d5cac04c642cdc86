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
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.Factors;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.Budgets;
import org.attune.care.CareCases;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Catalog;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interactions;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.strategy.Strategies;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A customer calls to buy something and tells that the job is gone. What is recorded with consent protects at once, a budget and an
 * arrangement follow, and collections are silent until the arrangement is ended. Without a mouse.
 */
@AttuneTest
@Tag("e2e")
class HardshipJourney {
    /** Both must always be said, so that nothing but a protection can silence them. */
    private static final String SALE = "data-upgrade";

    private static final String COLLECTION = "pay-link";

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
    CareCases cases;

    @Autowired
    Budgets budgets;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Users users;

    @Autowired
    I18NProvider texts;

    @Autowired
    Vocabulary vocabulary;

    private final String phone = SomeCall.number();
    private Locale locale = Locale.ENGLISH;
    private CustomerId customer;

    @BeforeEach
    void whatIsSaidIsFixed() {
        nobodyIsOnTheLine();
        Catalog catalog = strategies.document().catalog();
        for (String key : List.of(SALE, COLLECTION)) {
            Action action = Objects.requireNonNull(catalog.action(key));
            catalog = catalog.with(Records.with(action, Map.of("actionClass", ActionClass.MANDATORY)));
        }
        // What other journeys have taught the models does not count: relief comes first by its weight and its worth.
        ArbitrationSettings fixed = Records.with(
                strategies.document().arbitration(), Map.of("factors", new Factors(false, true, true, true)));
        if (!catalog.equals(strategies.document().catalog())
                || !fixed.equals(strategies.document().arbitration())) {
            strategies.publish(strategies.document().with(catalog).with(fixed), "journey", "test");
        }
    }

    @AfterEach
    void nobodyIsOnTheLine() {
        users.setLanguage("agent", null);
        interactions.open("agent").forEach(each -> interactions.close(each.id(), "agent"));
    }

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT", "fr-FR, DARK"})
    void fromASentenceOnThePhoneToSilence(String tag, ColorScheme scheme) {
        locale = Locale.forLanguageTag(tag);
        customer = somebody();
        try (Person agent = Person.loggedIn(port, "agent", scheme, locale)) {
            agent.page().locator(".empty-desk").first().waitFor();
            String call = ring("upgrade");
            assertThat(agent.region(t("desk.ringing"))).containsText("Lucie Armand");
            agent.page().keyboard().press("r");
            assertThat(article(agent, SALE)).isVisible();
            assertThat(article(agent, COLLECTION)).isVisible();
            look(agent, "1-before", scheme);

            recordTheDifficulty(agent, scheme);
            keepTheBudget(agent, scheme);
            agreeOnAnArrangement(agent, scheme);

            agent.page().keyboard().press("Escape");
            assertThat(agent.page().locator(".care-panel")).hasCount(0);
            assertThat(agent.page().locator(".workplace")).isFocused();
            look(agent, "6-arranged", scheme);

            tell(call, Kind.ENDED, null);
            Locator wrapUp = agent.page().locator("vaadin-dialog.wrap-up[opened]");
            assertThat(wrapUp.getByRole(
                            AriaRole.RADIO,
                            new Locator.GetByRoleOptions()
                                    .setName(french() ? "Difficulté de paiement" : "Payment difficulty")))
                    .isChecked();
            look(agent, "7-wrap-up", scheme);
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));

            nextCall(agent, scheme);
        }
    }

    /** Without the customer's yes nothing is written down; with it the list is another one, and the focus is where it was. */
    private void recordTheDifficulty(Person agent, ColorScheme scheme) {
        agent.page().keyboard().press("h");
        Locator panel = agent.page().locator(".care-panel");
        assertThat(panel.locator("[role=tab][aria-selected=true]")).isFocused();
        assertThat(panel).containsText(t("care.case.none"));
        choose(agent, t("care.begin.what"), t("care.case.hardship"));
        choose(agent, t("care.begin.reason"), t("care.reason.unemployment"));
        choose(agent, t("care.begin.cycles"), t("care.cycles", 3));
        Locator consent = panel.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(t("care.consent")));
        Locator record =
                panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(t("care.begin.record")));
        record.press("Enter");
        assertThat(consent).isFocused();
        assertThat(panel).containsText(french() ? "Demandez d’abord au client" : "Ask the customer first");
        assertThat(cases.open(customer, Role.SUPERVISOR)).isEmpty();
        assertThat(article(agent, SALE)).isVisible();
        look(agent, "2-asking", scheme);

        consent.press("Space");
        record.press("Enter");
        assertThat(panel).containsText(t("care.consent.given"));
        assertThat(article(agent, SALE)).hasCount(0);
        assertThat(article(agent, COLLECTION)).hasCount(0);
        assertThat(agent.page().locator(".cards .action-card").first())
                .containsText(french() ? "Difficulté" : "Hardship");
        assertThat(agent.page().locator(".action-list .banner.protected")).isVisible();
        assertThat(panel.locator(":focus")).hasCount(1);
        look(agent, "3-recorded", scheme);
    }

    private void keepTheBudget(Person agent, ColorScheme scheme) {
        Locator panel = tab(agent, "care.budget");
        type(panel, "wages", "1450");
        type(panel, "rent", "780");
        type(panel, "energy", "95");
        type(panel, "our-bills", "45");
        type(panel, "food", "340");
        assertThat(panel).containsText(Pattern.compile(french() ? "Reste\\s: 190,00\\s€" : "Left: €190\\.00"));
        Locator consent = panel.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(t("care.consent")));
        Locator keep = panel.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(t("care.budget.keep")).setExact(true));
        consent.press("Space");
        keep.press("Enter");
        Locator comment = panel.locator(".budget-comment input:visible");
        assertThat(comment).isFocused();
        assertThat(budgets.current(customer)).isEmpty();
        look(agent, "4-budget", scheme);

        comment.fill(french() ? "Régime sans gluten" : "Gluten-free diet");
        keep.press("Enter");
        assertThat(panel).containsText(Pattern.compile("Version 1"));
        assertThat(budgets.current(customer).orElseThrow().result().surplus()).isEqualTo(190_00);
    }

    /** Never more than is left; what follows from the budget is agreed on with one key. */
    private void agreeOnAnArrangement(Person agent, ColorScheme scheme) {
        Locator panel = tab(agent, "care.options");
        assertThat(panel.locator(".care-options li")).hasCount(10);
        panel = tab(agent, "care.plan");
        assertThat(panel)
                .containsText(Pattern.compile(french() ? "Un paiement de 140,00\\s€" : "A payment of €140\\.00"));
        Locator wished =
                panel.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(t("care.plan.wished")));
        Locator agree = panel.locator(".btn.primary:visible");
        wished.fill("191");
        wished.press("Tab");
        assertThat(agree).isDisabled();
        wished.fill("");
        wished.press("Tab");
        assertThat(agree).isEnabled();
        agree.press("Enter");
        assertThat(panel).containsText(t("care.plan.silent"));
        assertThat(arrangements.live(customer).map(Arrangement::state)).contains(Arrangement.State.ACTIVE);
        assertThat(article(agent, COLLECTION)).hasCount(0);
        look(agent, "5-plan", scheme);
    }

    /** The next decision is silent because of the arrangement alone, and speaks again when that is ended. */
    private void nextCall(Person agent, ColorScheme scheme) {
        ring("payment");
        agent.page().keyboard().press("r");
        assertThat(agent.page().locator(".cards .action-card").first()).isVisible();
        assertThat(article(agent, COLLECTION)).hasCount(0);
        assertThat(agent.page().locator(".workplace"))
                .containsText(french() ? "Difficulté de paiement" : "Payment difficulty");
        look(agent, "8-next-call", scheme);
        cases.open(customer, Role.AGENT).forEach(each -> cases.close(each.id(), "agent"));
        Locator protection = agent.page().locator(".action-list .banner.protected");
        assertThat(protection).not().containsText(french() ? "Difficulté de paiement" : "Payment difficulty");
        assertThat(protection).containsText(french() ? "Échéancier respecté" : "Arrangement being kept");
        assertThat(article(agent, COLLECTION)).hasCount(0);

        arrangements.cancel(arrangements.live(customer).orElseThrow().id(), "by agreement", "agent");
        assertThat(article(agent, COLLECTION)).isVisible();
        assertThat(article(agent, SALE)).hasCount(0);
    }

    private CustomerId somebody() {
        return SomeCustomer.named("job-" + UUID.randomUUID().toString().substring(0, 8), "Lucie Armand")
                .speaking(french() ? Language.FR : Language.EN)
                .phones(List.of(phone))
                .attributes(Map.ofEntries(
                        Map.entry("amount_owed", 180),
                        Map.entry("bill_amount", 45),
                        Map.entry("arrears_days", 0),
                        Map.entry("bills_missed_6m", 0),
                        Map.entry("has_mobile", true),
                        Map.entry("plan_price", 24.99),
                        Map.entry("plan_data_gb", 20),
                        Map.entry("segment", "standard"),
                        Map.entry("churn_risk", 0.2)))
                .consents(Map.of("profiling", true))
                .put(customers);
    }

    private boolean french() {
        return locale.getLanguage().equals("fr");
    }

    private String t(String key, Object... args) {
        return texts.getTranslation(key, locale, args);
    }

    private String ring(String reason) {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, reason);
        return call;
    }

    private void tell(String call, Kind kind, @Nullable String reason) {
        telephony.take(SomeCall.told(
                call,
                kind,
                kind == Kind.ENDED ? null : "agent",
                new Facts(false, phone, null, "billing", reason, null)));
    }

    private void look(Person agent, String state, ColorScheme scheme) {
        if (french()) {
            assertThat(English.of(strategies.document().catalog(), vocabulary).on(agent.page()))
                    .as(state)
                    .isEmpty();
        }
        Look.at(agent, "hardship-" + state + "-" + Look.suffix(locale, scheme), scheme);
    }

    private Locator article(Person agent, String action) {
        String title = Objects.requireNonNull(strategies.document().catalog().action(action))
                .title()
                .in(Language.of(locale));
        return agent.page()
                .getByRole(
                        AriaRole.ARTICLE,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** By arrow keys from the tab that is open. */
    private Locator tab(Person agent, String key) {
        Locator panel = agent.page().locator(".care-panel");
        Locator wanted = panel.getByRole(
                AriaRole.TAB, new Locator.GetByRoleOptions().setName(t(key)).setExact(true));
        panel.locator("[role=tab][aria-selected=true]").focus();
        for (int i = 0; i < 6 && !"true".equals(wanted.getAttribute("aria-selected")); i++) {
            Locator now = panel.locator("[role=tab][aria-selected=true]");
            String id = Objects.requireNonNull(now.getAttribute("id"));
            now.press("ArrowRight");
            assertThat(panel.locator("[role=tab][aria-selected=true]")).not().hasAttribute("id", id);
        }
        assertThat(wanted).isFocused();
        return panel.locator("[role=tabpanel]:visible");
    }

    /** By keys: opens the list, goes down to a choice, takes it. */
    private void choose(Person agent, String field, String choice) {
        Page page = agent.page();
        Locator select = page.locator(".care-panel vaadin-select", new Page.LocatorOptions().setHasText(field));
        select.first().locator("vaadin-select-value-button").focus();
        page.keyboard().press("ArrowDown");
        Locator option = page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(choice).setExact(true));
        option.waitFor();
        page.waitForFunction("() => document.activeElement.matches('[role=option]')");
        for (int i = 0; i < 20 && !Boolean.TRUE.equals(option.evaluate("e => e === document.activeElement")); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(option).isFocused();
        page.keyboard().press("Enter");
        assertThat(option).isHidden();
    }

    private void type(Locator panel, String category, String amount) {
        String label = budgets.form().stream()
                .filter(each -> each.key().equals(category))
                .findFirst()
                .orElseThrow()
                .label()
                .in(Language.of(locale));
        Locator field = panel.getByRole(
                AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label).setExact(true));
        field.fill(amount);
        field.press("Tab");
    }
}
