package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A signal on an open desk: from the event another system posts to the list the agent sees. */
@AttuneTest
@ViewPackages(packages = {"org.attune.desk", "org.attune.ui"})
@WithMockUser(username = "agent", roles = "AGENT")
class LiveSignalTest extends SpringBrowserlessTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void inEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private void openDesk(String ref) {
        CustomerId customer =
                SomeCustomer.named(ref, "Noor " + ref).untroubled().put(customers);
        Interaction conversation = interactions.open("agent", customer, Channel.CALL_CENTER, "");
        UI.getCurrent().navigate("desk/" + conversation.id());
    }

    private void post(String ref, String signal) throws Exception {
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "/live-test", "type": "attune.signal.%s", "subject": "%s"}""".formatted(UUID.randomUUID(), signal, ref);
        HttpResponse<String> reply = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                        .header("Authorization", "Bearer token-of-the-tests-only")
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
    }

    private List<String> proposed() {
        return find(Article.class).all().stream()
                .map(each -> String.valueOf(each.getElement().getAttribute("aria-label")))
                .toList();
    }

    private boolean reads(String words) {
        return find(Span.class).all().stream().anyMatch(each -> each.getText().contains(words));
    }

    private long decisions(String ref) {
        return jdbc.sql("select count(*) from history_decision where customer_id = ? and interaction_id is not null")
                .param(Objects.requireNonNull(customers.idOf(ref)).value())
                .query(Long.class)
                .single();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
            roundTrip();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void anEventThatMattersChangesTheListOfTheOpenConversation() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int call = 0; call < 12; call++) {
            String ref = "live-" + call;
            openDesk(ref);
            List<String> before = proposed();
            long start = System.nanoTime();
            post(ref, "outage");
            await(() -> !proposed().equals(before));
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        List<Long> warm = new ArrayList<>(millis.subList(4, millis.size()));
        Collections.sort(warm);
        assertThat(warm.get(warm.size() / 2))
                .as("milliseconds from event to list: " + millis)
                .isLessThan(300);
    }

    @Test
    void anEventThatChangesNothingIsShownWithoutDecidingAgain() throws Exception {
        openDesk("live-praise");
        List<String> before = proposed();
        long decided = decisions("live-praise");
        post("live-praise", "praise-given");
        await(() -> reads("Said thank you"));
        assertThat(proposed()).isEqualTo(before);
        assertThat(decisions("live-praise")).isEqualTo(decided);
    }

    @Test
    void theStageOfAJourneyStandsQuietlyWithTheCustomer() throws Exception {
        openDesk("live-journey");
        post("live-journey", "cancel-page-viewed");
        await(() -> reads("Retention: considering"));
        assertThat(reads("read the cancel page")).isTrue();
    }
}
