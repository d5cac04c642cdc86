package org.attune.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.interaction.Interactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls in a real browser, told by a telephone system over the WebSocket. */
@AttuneTest
@Tag("e2e")
class CallJourney {
    private static final String CAMILLE = "C-100001";
    private static final String NORAS_REF = "C-100003";

    @LocalServerPort
    int port;

    @Autowired
    Interactions interactions;

    @Autowired
    Customers customers;

    @BeforeEach
    @AfterEach
    void nobodyIsOnTheLine() {
        for (String agent : List.of("agent", "agent2")) {
            interactions.open(agent).forEach(each -> interactions.close(each.id(), agent));
        }
    }

    /** A telephone system. */
    private final class Pbx implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer token-of-the-tests-only")
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/telephony"), this)
                .join();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            answers.add(data.toString());
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        void tell(String type, String call, String data) {
            socket.sendText("""
                            {"specversion": "1.0", "id": "%s", "source": "/journey", "type": "attune.call.%s", "subject": "%s",
                             "time": "%s", "data": {%s}}""".formatted(UUID.randomUUID(), type, call, Instant.now(), data), true)
                    .join();
            try {
                Assertions.assertThat(answers.poll(20, TimeUnit.SECONDS)).contains("accepted");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        String call(String agent, String ref) {
            String call = UUID.randomUUID().toString();
            tell(
                    "ringing",
                    call,
                    "\"agent\": \"" + agent + "\", \"from\": \"" + phone(ref) + "\", \"queue\": \"support\"");
            return call;
        }

        void answered(String call, String agent) {
            tell("answered", call, "\"agent\": \"" + agent + "\"");
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private String phone(String ref) {
        return customers.contexts(List.of(ref), Instant.now()).get(ref).phones().getFirst();
    }

    private String name(String ref) {
        return customers.contexts(List.of(ref), Instant.now()).get(ref).displayName();
    }

    @Test
    void aCallRingsIsTakenAndItsListIsThere() {
        try (Person agent = Person.loggedIn(port, "agent");
                Pbx pbx = new Pbx()) {
            assertThat(agent.page().locator(".empty-desk").first()).isVisible();
            String call = pbx.call("agent", CAMILLE);
            assertThat(agent.region("Ringing")).containsText(name(CAMILLE));
            assertThat(agent.region("Ringing")).containsText("Queue Support");
            agent.picture("call-ringing");
            pbx.answered(call, "agent");
            assertThat(agent.cards().first()).isVisible();
            assertThat(agent.region("Customer")).containsText(name(CAMILLE));
            pbx.tell("held", call, "\"agent\": \"agent\"");
            assertThat(agent.page().locator(".call")).containsText("On hold");
            agent.picture("call-on-hold");
            pbx.tell("ended", call, "");
            assertThat(agent.page().locator(".call")).containsText("Finishing up");
            agent.page().keyboard().press("w");
            assertThat(agent.button("Finish")).isFocused();
            agent.page().keyboard().press("Enter");
            agent.page().waitForURL(Pattern.compile(".*/desk$"));
            Assertions.assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    void aSecondCallStealsNothing() {
        try (Person agent = Person.loggedIn(port, "agent");
                Pbx pbx = new Pbx()) {
            pbx.answered(pbx.call("agent", CAMILLE), "agent");
            agent.cards().first().waitFor();
            String address = agent.conversationAddress();
            agent.finder().click();
            agent.page().keyboard().type("Bo");
            String second = pbx.call("agent", NORAS_REF);
            Locator note = agent.page().locator(".ring-note");
            assertThat(note).containsText("Ringing: " + name(NORAS_REF));
            assertThat(agent.finder()).isFocused();
            assertThat(agent.finder()).hasValue("Bo");
            pbx.answered(second, "agent");
            assertThat(note).containsText("On the line: " + name(NORAS_REF));
            assertThat(agent.finder()).isFocused();
            Assertions.assertThat(agent.page().url()).isEqualTo(address);
            agent.page().keyboard().press("Escape");
            agent.picture("call-second-call");
            note.getByRole(AriaRole.BUTTON).click();
            assertThat(agent.region("Customer")).containsText(name(NORAS_REF));
            assertThat(agent.page().locator(".workplace")).not().containsText(name(CAMILLE));
            Locator tabs = agent.page()
                    .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Open conversations"));
            agent.picture("call-two-open");
            tabs.getByText(name(CAMILLE)).click();
            assertThat(agent.region("Customer")).containsText(name(CAMILLE));
            assertThat(agent.page().locator(".workplace")).not().containsText(name(NORAS_REF));
        }
    }

    @Test
    void whoCallsIsAskedWhenTheNumberDoesNotTell() {
        try (Person agent = Person.loggedIn(port, "agent");
                Pbx pbx = new Pbx()) {
            agent.page().locator(".empty-desk").first().waitFor();
            String call = UUID.randomUUID().toString();
            pbx.tell("ringing", call, """
                    "agent": "agent", "from": "+33799999999", "attributes": {
                      "transcript": [{"who": "customer", "text": "It is slow again."}, {"who": "bot", "text": "I restarted it."}],
                      "tried": [{"action": "restart-router", "outcome": "failed"}]}""");
            pbx.answered(call, "agent");
            Locator who = agent.region("Who is calling?");
            assertThat(who).containsText("Unknown caller");
            agent.picture("call-unknown-caller");
            who.getByRole(AriaRole.COMBOBOX).fill("Morel");
            agent.page().locator("vaadin-combo-box-item:visible").first().click();
            assertThat(agent.region("Customer")).containsText(name(CAMILLE));
            assertThat(agent.page().locator(".workplace")).containsText("From the assistant");
            agent.button("What was said").click();
            assertThat(agent.page().locator("vaadin-dialog")).containsText("It is slow again.");
            agent.picture("call-handed-over");
            agent.page().keyboard().press("Escape");
            agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            agent.picture("call-handed-over-dark");
        }
    }

    @Test
    void twoAgentsTwoCallsAndNothingCrosses() {
        try (Person one = Person.loggedIn(port, "agent");
                Person two = Person.loggedIn(port, "agent2");
                Pbx pbx = new Pbx()) {
            one.page().locator(".empty-desk").first().waitFor();
            two.page().locator(".empty-desk").first().waitFor();
            String first = pbx.call("agent", CAMILLE);
            String second = pbx.call("agent2", NORAS_REF);
            pbx.answered(first, "agent");
            pbx.answered(second, "agent2");
            assertThat(one.region("Customer")).containsText(name(CAMILLE));
            assertThat(two.region("Customer")).containsText(name(NORAS_REF));
            assertThat(one.page().locator("body")).not().containsText(name(NORAS_REF));
            assertThat(two.page().locator("body")).not().containsText(name(CAMILLE));
            String foreign = one.conversationAddress();
            two.page().navigate(foreign);
            assertThat(two.page().locator("body")).not().containsText(name(CAMILLE));
            assertThat(two.page().locator(".workplace")).hasCount(0);
            two.open("/desk");
            assertThat(two.region("Customer")).containsText(name(NORAS_REF));

            pbx.tell("transferred", first, "\"agent\": \"agent2\"");
            assertThat(one.page().locator(".call")).containsText("Passed to Tom Becker");
            assertThat(two.page().locator(".ring-note")).containsText("From Inès Laurent");
        }
    }

    @Test
    void aRefreshAndALostConnectionComeBackToTheSameQuestion() {
        try (Person agent = Person.loggedIn(port, "agent");
                Pbx pbx = new Pbx()) {
            String call = pbx.call("agent", CAMILLE);
            pbx.answered(call, "agent");
            agent.cards().nth(1).waitFor();
            String address = agent.conversationAddress();
            agent.page().keyboard().press("2");
            Locator chosen = agent.page().locator(".action-card[aria-current=true]");
            String second = Objects.requireNonNull(agent.cards().nth(1).getAttribute("aria-label"));
            assertThat(chosen).hasAttribute("aria-label", second);
            agent.page().keyboard().press("d");
            agent.button("Price").waitFor();

            agent.page().reload();
            agent.button("Price").waitFor();
            assertThat(agent.region("Customer")).containsText(name(CAMILLE));
            Assertions.assertThat(agent.page().url()).isEqualTo(address);
            agent.button("Price").click();
            assertThat(agent.region("Timeline")).containsText("Declined: " + second);

            agent.page().context().setOffline(true);
            pbx.tell("held", call, "\"agent\": \"agent\"");
            agent.page().context().setOffline(false);
            assertThat(agent.page().locator(".call"))
                    .containsText(
                            "On hold",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(20_000));
            Assertions.assertThat(agent.page().url()).isEqualTo(address);
            agent.page().keyboard().press("z");
        }
    }
}
