package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.interaction.Interactions;
import org.attune.kernel.Language;
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

/** A supervisor watches the floor while an agent takes a call and asks for help; nothing is reloaded. */
@AttuneTest
@Tag("e2e")
class FloorJourney {
    @LocalServerPort
    int port;

    @Autowired
    Telephony telephony;

    @Autowired
    Interactions interactions;

    @Autowired
    AgentCare care;

    @Autowired
    Users users;

    @BeforeEach
    @AfterEach
    void nothingIsLeftOpen() {
        for (String agent : List.of("agent", "agent2")) {
            care.over(agent);
            interactions.open(agent).forEach(each -> interactions.close(each.id(), agent));
        }
        users.setLanguage("supervisor", null);
    }

    private void tell(String call, Kind kind, String agent) {
        telephony.take(
                SomeCall.told(call, kind, agent, new Facts(false, null, null, "Billing", "billing", "C-100001")));
    }

    @Test
    void aSupervisorSeesCallsQueuesAndHelpAsTheyHappen() {
        try (Person supervisor = Person.loggedIn(port, "supervisor");
                Person agent = Person.loggedIn(port, "agent")) {
            supervisor.open("/insight/floor");
            agent.page().locator(".empty-desk").first().waitFor();
            Locator row = supervisor.region("Agents").locator("tbody tr", withText("Inès Laurent"));
            assertThat(row).containsText("Free");

            String call = UUID.randomUUID().toString();
            tell(call, Kind.RINGING, null);
            Locator queue = supervisor.region("Queues").locator("tbody tr", withText("Billing"));
            assertThat(queue.locator("td").nth(1)).hasText("1");
            tell(call, Kind.ANSWERED, "agent");
            assertThat(row).containsText("Talking");
            assertThat(row).containsText("Protected");
            assertThat(queue.locator("td").nth(1)).hasText("0");

            agent.cards().first().waitFor();
            agent.page().keyboard().press("s");
            assertThat(supervisor.region("Help")).containsText("Inès Laurent asks you to come");
            assertThat(row).containsText("Asks for help");
            assertThat(agent.page().locator(".help-note")).containsText("Supervisor called");
            supervisor.picture("floor-help");
            supervisor.button("I am coming").click();
            String name = users.byName("supervisor").orElseThrow().displayName();
            assertThat(agent.page().locator(".help-note")).containsText(name + " is coming");
            agent.picture("floor-agent");
            assertThat(supervisor.region("Engine")).containsText("answers");
            supervisor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            supervisor.picture("floor-dark");
            agent.button("It is over").click();
            assertThat(supervisor.region("Help")).containsText("Nobody asks for help");
            assertThat(agent.page().locator(".help-note")).isHidden();

            users.setLanguage("supervisor", Language.FR);
            supervisor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            supervisor.page().reload();
            assertThat(supervisor.page().locator("tbody")).not().hasCount(0);
            supervisor.picture("floor-fr");
            Assertions.assertThat(supervisor.errors()).isEmpty();
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    private static Locator.LocatorOptions withText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
