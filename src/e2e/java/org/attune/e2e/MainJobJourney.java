package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.decision.Decisions;
import org.attune.strategy.Strategies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job in a real browser: an agent handles a contact, a supervisor sees it, an admin stops an action. */
@AttuneTest
@Tag("e2e")
class MainJobJourney {
    @LocalServerPort
    int port;

    @Autowired
    Strategies strategies;

    @Test
    void anAgentHandlesAContactToTheEndByMouse() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.takeCareOf("Camille Morel");
            assertThat(agent.region("Customer")).containsText("Camille Morel");
            assertThat(agent.cards().first()).isVisible();
            Assertions.assertThat(agent.cards().count()).isBetween(1, 3);
            assertThat(agent.region("Next best actions")).containsText("Sales are off for this customer");
            Locator first = agent.cards().first();
            String title = Objects.requireNonNull(first.getAttribute("aria-label"));
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Decline"))
                    .click();
            agent.button("Bad moment").click();
            assertThat(agent.region("Timeline")).containsText("Declined: " + title);
            assertThat(article(agent, title)).hasCount(0);
            agent.button("Undo").click();
            assertThat(agent.region("Timeline")).not().containsText("Declined: " + title);
            agent.button("End call").click();
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    void nothingMovesUnderThePointer() {
        try (Person agent = Person.loggedIn(port, "agent")) {
            agent.takeCareOf("Morel");
            agent.cards().nth(2).waitFor();
            Locator third = agent.cards().nth(2);
            String title = Objects.requireNonNull(third.getAttribute("aria-label"));
            third.hover();
            double before = article(agent, title).boundingBox().y;
            agent.cards()
                    .first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                    .click();
            assertThat(agent.region("Timeline")).containsText("Accepted: ");
            Assertions.assertThat(article(agent, title).boundingBox().y).isEqualTo(before);
            agent.page().mouse().move(5, 700);
            assertThat(agent.page().locator(".card-gone")).hasCount(0);
            agent.button("Undo").click();
            agent.button("End call").click();
        }
    }

    @Test
    void anAgentHandlesAContactByKey() {
        try (Person agent = Person.loggedIn(port, "agent2")) {
            assertThat(agent.page().locator(".empty-desk").first()).isVisible();
            agent.page().keyboard().press("/");
            assertThat(agent.finder()).isFocused();
            agent.page().keyboard().type("Morel");
            agent.page().locator("vaadin-combo-box-item:visible").first().waitFor();
            agent.page().keyboard().press("ArrowDown");
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL("**/desk/*");
            assertThat(agent.cards().first()).isVisible();
            agent.page().locator("body").focus();
            agent.page().keyboard().press("l");
            agent.page().keyboard().press("1");
            assertThat(agent.region("Timeline")).containsText("Not now: ");
            agent.page().keyboard().press("z");
            assertThat(agent.region("Timeline")).not().containsText("Not now: ");
            agent.page().keyboard().press("?");
            assertThat(agent.page().locator("vaadin-dialog")).containsText("Take the last answer back");
            agent.page().keyboard().press("Escape");
            agent.page().keyboard().press("w");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
        }
    }

    @Test
    void theSupervisorSeesAnAnswerWithoutReloading() {
        try (Person supervisor = Person.loggedIn(port, "supervisor");
                Person agent = Person.loggedIn(port, "agent")) {
            supervisor.page().waitForURL("**/insight/actions**");
            Locator answered = supervisor.page().locator(".stat-tile").nth(2).locator(".stat-value");
            answered.waitFor();
            Locator decisions = supervisor.page().locator(".stat-tile").first().locator(".stat-value");
            String before = decisions.textContent();
            agent.takeCareOf("Morel");
            agent.cards()
                    .first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                    .click();
            assertThat(agent.region("Timeline")).containsText("Accepted: ");
            assertThat(decisions).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(10_000));
            agent.button("Undo").click();
            agent.button("End call").click();
        }
    }

    @Test
    void anActionTheAdminPausesLeavesTheOpenDesk() {
        try (Person agent = Person.loggedIn(port, "agent");
                Person admin = Person.loggedIn(port, "admin")) {
            agent.takeCareOf("Morel");
            Locator first = agent.cards().first();
            first.waitFor();
            String title = Objects.requireNonNull(first.getAttribute("aria-label"));
            String key = strategies.document().actions().stream()
                    .filter(a -> a.title().en().equals(title))
                    .findFirst()
                    .orElseThrow()
                    .key();
            Assertions.assertThat(key).isNotEqualTo(Decisions.NONE);
            admin.open("/studio/actions/" + key);
            admin.button("Pause").first().click();
            Locator confirm = admin.page()
                    .getByRole(AriaRole.DIALOG)
                    .or(admin.page().getByRole(AriaRole.ALERTDIALOG))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Pause.*")));
            confirm.click();
            assertThat(article(agent, title)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(2_000));
            strategies.pause(key, false, "journey");
            agent.button("End call").click();
        }
    }

    @Test
    void aStrangerSeesNothing() {
        try (Person visitor = new Person(port, com.microsoft.playwright.options.ColorScheme.LIGHT)) {
            for (String path : List.of("/desk", "/insight/actions", "/studio/actions")) {
                visitor.open(path);
                visitor.page().waitForURL("**/login**");
            }
        }
    }

    private static Locator article(Person person, String title) {
        return person.page()
                .getByRole(
                        AriaRole.ARTICLE,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(title)
                                .setExact(true));
    }
}
