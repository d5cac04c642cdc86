package org.attune.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page the rail leads to, and the states of the desk: axe finds nothing serious, no script fails, the page is itself (and not
 * the one that excuses itself) and fits a window of 1366 x 768. Light in English; dark, for its contrasts, in French, where nothing is in
 * English.
 */
@AttuneTest
@Tag("e2e")
class AccessibilityJourney {
    /** Pages that are reached from within others. */
    private static final List<String> BELOW = List.of("/studio/actions/payment-pause", "/studio/groups");

    /** What opens on a page: its path, and the key of the button's words. */
    private static final Map<String, List<String>> OPENS = Map.of(
            "/studio/actions", List.of("studio.new.action"),
            "/studio/arbitration", List.of("studio.situation.add"),
            "/studio/contact",
                    List.of("studio.contact.rule.new", "studio.contact.limit.new", "studio.contact.constraint.new"),
            "/studio/events", List.of("studio.events.new"),
            "/studio/groups", List.of("studio.tier.issue.new"),
            "/studio/revisions", List.of("revisions.import"));

    @LocalServerPort
    int port;

    @Autowired
    I18NProvider texts;

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US", "DARK, fr-FR"})
    void nothingSeriousOnAnyPage(ColorScheme scheme, String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Person visitor = new Person(port, scheme, locale)) {
            visitor.open("/login");
            visitor.page().locator("input[name=password]").waitFor();
            check(visitor, "login", scheme, wrong);
        }
        for (String user : List.of("agent", "supervisor", "admin")) {
            try (Person person = Person.loggedIn(port, user, scheme, locale)) {
                Deque<String> todo = new ArrayDeque<>(places(person));
                if (user.equals("admin")) {
                    todo.addAll(BELOW);
                }
                while (!todo.isEmpty()) {
                    String path = todo.poll();
                    if (seen.add(path)) {
                        person.open(path);
                        person.page()
                                .locator(".page-header h1, .finder")
                                .first()
                                .waitFor();
                        check(person, user + " " + path, scheme, wrong);
                        for (String key : OPENS.getOrDefault(path, List.of())) {
                            opened(
                                    person,
                                    texts.getTranslation(key, locale),
                                    user + " " + path + " " + key,
                                    scheme,
                                    wrong);
                        }
                        todo.addAll(places(person));
                    }
                }
            }
        }
        try (Person agent = Person.loggedIn(port, "agent2", scheme, locale)) {
            desk(agent, scheme, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(20);
    }

    private static void opened(Person person, String button, String where, ColorScheme scheme, List<String> wrong) {
        Locator dialog = person.page().locator("vaadin-dialog[opened]");
        Locator opens = person.button(button).first();
        opens.press("Enter");
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        check(person, where, scheme, wrong);
        person.page().keyboard().press("Escape");
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        if (!Boolean.TRUE.equals(opens.evaluate("e => e === document.activeElement"))) {
            wrong.add(where + ": the focus does not come back to " + button);
        }
    }

    private static void desk(Person agent, ColorScheme scheme, List<String> wrong) {
        Page page = agent.page();
        page.getByRole(AriaRole.COMBOBOX).first().fill("Morel");
        page.locator("vaadin-combo-box-item:visible").first().click();
        page.locator(".action-card").first().waitFor();
        agent.conversationAddress();
        check(agent, "desk", scheme, wrong);
        Locator dialog = page.locator("vaadin-dialog[opened]");
        for (String key : List.of("d", "y", "?")) {
            page.locator(".workplace").focus();
            page.keyboard().press(key);
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            check(agent, "desk, key " + (key.equals("?") ? "keys" : key), scheme, wrong);
            page.keyboard().press("Escape");
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        page.locator(".workplace").focus();
        page.keyboard().press("h");
        page.locator(".care-panel").waitFor();
        int tabs = page.locator(".care-panel [role=tab]").count();
        for (int i = 0; i < tabs; i++) {
            page.locator(".care-panel [role=tab]").nth(i).click();
            page.locator(".care-panel [role=tab]")
                    .nth(i)
                    .and(page.locator("[aria-selected=true]"))
                    .waitFor();
            check(agent, "care " + i, scheme, wrong);
        }
        page.locator(".workplace").focus();
        page.keyboard().press("h");
        page.locator(".care-panel").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Where the rail leads from here. */
    @SuppressWarnings("unchecked")
    private static List<String> places(Person person) {
        person.page().locator(".rail-entry").first().waitFor();
        return (List<String>) person.page()
                .evaluate("() => [...document.querySelectorAll('.rail-entry')].map(each => each.pathname)");
    }

    private static void check(Person person, String where, ColorScheme scheme, List<String> wrong) {
        Page page = person.page();
        page.waitForFunction("() => !document.querySelector('.v-loading-indicator[style*=block]')");
        person.picture("page-" + where.replaceAll("[^a-z0-9]+", "-") + "-"
                + scheme.name().toLowerCase(Locale.ROOT));
        // Colours are what a scheme changes; everything else is looked for once.
        Look.faults(page, scheme).forEach(each -> wrong.add(where + ": " + each));
        person.errors().forEach(each -> wrong.add(where + ": " + each));
        person.errors().clear();
        String text = page.locator("body").innerText();
        if (text.contains("Something went wrong") || text.contains("Quelque chose s’est mal passé")) {
            wrong.add(where + ": excuses itself");
        }
        if (page.evaluate("() => document.documentElement.lang").equals("fr")) {
            English.wordsOn(page).forEach(each -> wrong.add(where + ": English: " + each));
        }
        Object over = page.evaluate("() => Math.max(document.scrollingElement.scrollHeight - innerHeight,"
                + " document.scrollingElement.scrollWidth - innerWidth)");
        if (((Number) over).intValue() > 2) {
            wrong.add(where + ": scrolls by " + over + " px");
        }
    }
}
