package org.attune.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** axe finds nothing serious on any page, light and dark. */
@AttuneTest
@Tag("e2e")
class AccessibilityJourney {
    private static final Map<String, List<String>> PAGES = Map.of(
            "agent", List.of("/desk"),
            "supervisor", List.of("/insight/actions", "/insight/decisions", "/insight/models"),
            "admin",
                    List.of(
                            "/studio/actions",
                            "/studio/actions/payment-pause",
                            "/studio/wrap-up",
                            "/studio/imports",
                            "/studio/attributes",
                            "/studio/audit"));

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingSeriousOnAnyPage(ColorScheme scheme) {
        try (Person visitor = new Person(port, scheme)) {
            visitor.open("/login");
            visitor.button("Log in").waitFor();
            check(visitor, "/login");
        }
        PAGES.forEach((user, paths) -> {
            try (Person person = Person.loggedIn(port, user, scheme)) {
                for (String path : paths) {
                    person.open(path);
                    person.page().locator(".page-header").waitFor();
                    person.page().waitForLoadState(LoadState.LOAD);
                    check(person, user + " " + path);
                }
                if (user.equals("agent")) {
                    person.open("/desk");
                    person.takeCareOf("Morel");
                    person.cards().first().waitFor();
                    check(person, "open desk");
                    person.page().locator("body").focus();
                    person.page().keyboard().press("d");
                    person.button("Price").waitFor();
                    check(person, "reasons");
                    person.page().keyboard().press("Escape");
                    person.page().keyboard().press("w");
                }
            }
        });
    }

    private static void check(Person person, String where) {
        List<String> serious = new AxeBuilder(person.page())
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(AccessibilityJourney::words)
                        .toList();
        assertThat(serious).as(where).isEmpty();
        assertThat(person.errors()).as(where).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
