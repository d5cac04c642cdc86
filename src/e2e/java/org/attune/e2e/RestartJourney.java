package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.attune.AttuneApplication;
import org.attune.Records;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.GuideStep;
import org.attune.catalog.GuideStep.Choice;
import org.attune.customer.Customers;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.platform.TestDatabase;
import org.attune.strategy.Strategies;
import org.attune.telephony.CallEvent;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.Receipt.Status;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application stops and starts in the middle of a call; the agent comes back to it. */
@Tag("own-jvm")
class RestartJourney {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void anAgentComesBackToTheSameCustomerCallCardAndStep() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String call = UUID.randomUUID().toString();
        CallEvent answered = event(call, Kind.ANSWERED);
        try (Person agent = new Person(port, ColorScheme.LIGHT)) {
            String address;
            String name;
            String second;
            try (ConfigurableApplicationContext application = start(port)) {
                login(agent);
                agent.page().locator(".empty-desk").first().waitFor();
                Telephony telephony = application.getBean(Telephony.class);
                var camille = application
                        .getBean(Customers.class)
                        .contexts(List.of("C-100001"), Instant.now())
                        .get("C-100001");
                name = camille.displayName();
                telephony.take(SomeCall.told(
                        call, Kind.RINGING, "agent", Facts.from(camille.phones().getFirst())));
                telephony.take(answered);
                agent.cards().nth(1).waitFor();
                address = agent.conversationAddress();
                second = Objects.requireNonNull(agent.cards().nth(1).getAttribute("aria-label"));
                guide(application.getBean(Strategies.class), second);
                assertThat(agent.cards().first()).hasAttribute("aria-label", second);
                agent.page().keyboard().press("1");
                assertThat(agent.page().locator(".action-card[aria-current=true]"))
                        .hasAttribute("aria-label", second);
                agent.page().keyboard().press("g");
                assertThat(agent.page().locator(".workplace")).containsText("First ask");
                agent.page().keyboard().press("1");
                assertThat(agent.page().locator(".workplace")).containsText("Then listen");
            }
            try (ConfigurableApplicationContext application = start(port)) {
                Telephony telephony = application.getBean(Telephony.class);
                Assertions.assertThat(telephony.take(answered).status())
                        .as("known from before the restart")
                        .isEqualTo(Status.DUPLICATE);
                agent.page().navigate(address);
                login(agent);
                assertThat(agent.region("Customer")).containsText(name);
                Assertions.assertThat(agent.page().url()).startsWith(address);
                assertThat(agent.page().locator(".action-card[aria-current=true]"))
                        .hasAttribute("aria-label", second);
                assertThat(agent.page().locator(".workplace"))
                        .containsText("Then listen"); // the step at which the guide stood
                telephony.take(event(call, Kind.HELD));
                assertThat(agent.page().locator(".call")).containsText("On hold");
            }
        }
    }

    /** Gives an action steps, and a place before all others, whatever has been learned. */
    private static void guide(Strategies strategies, String title) {
        Action action = strategies.document().actions().stream()
                .filter(each -> each.title().en().equals(title))
                .findFirst()
                .orElseThrow();
        Action guided = Records.with(action, Map.of("actionClass", ActionClass.MANDATORY))
                .saying(
                        List.of(),
                        List.of(
                                new GuideStep(
                                        "ask",
                                        new LocalText("First ask", "D’abord demander"),
                                        List.of(new Choice(new LocalText("They answer", "Il répond"), "listen")),
                                        null),
                                new GuideStep(
                                        "listen",
                                        new LocalText("Then listen", "Puis écouter"),
                                        List.of(),
                                        Outcome.ACCEPTED)));
        strategies.publish(
                strategies.document().with(strategies.document().catalog().with(guided)), "test", "test");
    }

    private static CallEvent event(String call, Kind kind) {
        return SomeCall.told(call, kind, "agent", Facts.NONE);
    }

    private static void login(Person agent) {
        if (!agent.page().url().contains("/login")) {
            agent.open("/desk");
        }
        agent.page().getByLabel("Username").fill("agent");
        agent.page().getByLabel("Password").fill("attune-demo");
        agent.button("Log in").click();
        agent.page().waitForURL(url -> !url.contains("/login"));
    }

    private ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(AttuneApplication.class)
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=8");
    }
}
