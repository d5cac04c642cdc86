package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.CareBed;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hardship call in a real browser: a state recorded with consent, a budget, an arrangement; nothing scrolls, axe is content. */
@AttuneTest
@Tag("e2e")
class HardshipJourney {
    private static final List<String> PARTS = List.of("Situation", "Budget", "Help", "Plan", "Aids", "Pass on");

    @LocalServerPort
    int port;

    @Autowired
    Customers customers;

    @Autowired
    Arrangements arrangements;

    @Test
    void aHardshipCallFromTheStateToTheArrangement() {
        CustomerId customer = CareBed.customer(customers, "journey-hardship", 300);
        try (Person agent = Person.loggedIn(port, "agent")) {
            Page page = agent.page();
            agent.takeCareOf("journey-hardship");
            agent.region("Next best actions").waitFor();
            page.keyboard().press("h");
            Locator care = agent.region("Care");
            assertThat(care).containsText("Help is free of charge.");

            care.getByLabel("What", new Locator.GetByLabelOptions().setExact(true))
                    .click();
            option(page, "Application for help");
            care.getByLabel("Reason").click();
            option(page, "Unemployment");
            Locator record = care.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record"));
            record.click();
            assertThat(page.locator(".note")).containsText("Ask the customer first");
            care.getByLabel("The customer agrees that this is kept").first().check();
            record.click();
            assertThat(care).containsText("assessment by");
            assertThat(agent.region("Customer")).containsText("Payment difficulty");

            part(care, "Budget").click();
            type(care, "Wages, after tax", "1500");
            type(care, "Rent or home loan", "1310");
            type(care, "Our bills", "40");
            assertThat(care).containsText("Left: €150.00");
            page.reload();
            assertThat(care).containsText("Left: €150.00");
            care.locator(".care-foot vaadin-checkbox").click();
            care.locator(".care-foot .btn").click();
            assertThat(care).containsText("Version 1");

            part(care, "Plan").click();
            assertThat(care).containsText("3 payments of €100.00, every month");
            care.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Agreed with the customer"))
                    .click();
            assertThat(care).containsText("Collections are silent while it runs.");
            assertThat(agent.region("Customer")).containsText("Arrangement being kept");
            Assertions.assertThat(arrangements.live(customer).orElseThrow().state())
                    .isEqualTo(Arrangement.State.ACTIVE);
            for (String name : PARTS) {
                part(care, name).click();
                assertThat(part(care, name)).hasAttribute("aria-selected", "true");
                check(agent, name);
            }
            page.keyboard().press("Escape");
            assertThat(agent.region("Care")).hasCount(0);
            agent.button("End call").click();
            page.waitForURL("**/desk");
            Assertions.assertThat(agent.errors()).isEmpty();
        }
        try (Person supervisor = Person.loggedIn(port, "supervisor", ColorScheme.DARK)) {
            supervisor.open("/insight/care");
            assertThat(supervisor.page().locator(".page-content")).containsText("journey-hardship");
            check(supervisor, "supervisor");
        }
    }

    private static Locator part(Locator care, String name) {
        return care.getByRole(
                AriaRole.TAB, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void option(Page page, String name) {
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    private static void type(Locator care, String name, String amount) {
        Locator field = care.getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
        field.fill(amount);
        field.press("Tab");
    }

    private static void check(Person person, String where) {
        List<String> serious = new AxeBuilder(person.page())
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + Objects.requireNonNull(rule.getNodes().getFirst())
                                        .getHtml())
                        .toList();
        Assertions.assertThat(serious).as(where).isEmpty();
        Object scrolls = person.page()
                .evaluate("document.documentElement.scrollHeight > innerHeight"
                        + " || document.documentElement.scrollWidth > innerWidth");
        Assertions.assertThat(scrolls).as(where + " scrolls").isEqualTo(false);
    }
}
