package org.attune.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.attune.AttuneTest;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.StaleException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts reach those who asked for them: if and only if they happened, signed, again and again until they are taken. */
@AttuneTest
class DeliveryTest {
    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Customers customers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private DeliveryStore deliveries;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JsonMapper json;

    private final Receiver receiver = new Receiver();
    private final String ref = "hook-" + UUID.randomUUID();
    private final TransactionTemplate transaction;
    private Webhook.Issued issued = new Webhook.Issued(nothing(), "");
    private CustomerId customer = CustomerId.next();

    @Autowired
    DeliveryTest(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void ask() {
        customers.put(
                new org.attune.customer.CustomerDraft(ref, "Hook", null, null, null, null, null, null, List.of()),
                "test",
                "test");
        customer = java.util.Objects.requireNonNull(customers.idOf(ref));
        issued = webhooks.create(
                new WebhookDraft(receiver.url(), "test", Set.of(WebhookEvent.OUTREACH_CREATED), true), "test");
    }

    @AfterEach
    void end() {
        webhooks.list().stream()
                .filter(each -> each.url().equals(receiver.url()))
                .forEach(each -> webhooks.delete(each.id(), "test"));
        receiver.close();
    }

    @Test
    void aFactArrivesAsASignedCloudEvent() {
        happen();
        await(() -> receiver.posts().size() == 1);
        Receiver.Post post = receiver.posts().getFirst();
        assertThat(post.contentType()).startsWith("application/cloudevents+json");
        JsonNode event = json.readTree(post.body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(post.id());
        assertThat(event.path("type").asString()).isEqualTo("attune.outreach.created");
        assertThat(event.path("source").asString()).isEqualTo("/attune");
        assertThat(event.path("subject").asString()).isEqualTo(ref);
        assertThat(Instant.parse(event.path("time").asString()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(event.at("/data/customer").asString()).isEqualTo(ref);
        assertThat(event.at("/data/why").asString()).isEqualTo("test");
        assertThat(post.signature())
                .isEqualTo(Signature.of(
                        List.of(issued.secret()),
                        post.id(),
                        post.timestamp(),
                        post.body().getBytes(StandardCharsets.UTF_8)));
        await(() -> state().equals("delivered"));
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    publish();
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(deliveries.latest(id(), null, 10)).isEmpty();
    }

    @Test
    void whatWasRefusedIsSentAgainWithTheSameIdAndBody() {
        receiver.answers(number -> new Receiver.Answer(number < 3 ? 500 : 200, "not now", null));
        happen();
        await(() -> receiver.posts().size() == 1 && attempts() == 1 && status() == 500);
        Delivery waiting = delivery();
        assertThat(waiting.state()).isEqualTo("waiting");
        assertThat(waiting.error()).isEqualTo("not now");
        assertThat(waiting.nextAt()).isAfter(Instant.now().plusSeconds(2));
        makeDue();
        await(() -> receiver.posts().size() == 2 && status() == 500);
        makeDue();
        await(() -> state().equals("delivered"));
        assertThat(receiver.posts()).hasSize(3);
        assertThat(receiver.posts())
                .extracting(Receiver.Post::id)
                .containsOnly(waiting.event().toString());
        assertThat(receiver.posts())
                .extracting(Receiver.Post::body)
                .hasSize(3)
                .containsOnly(receiver.posts().getFirst().body());
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void afterThreeDaysItIsDeadAndCanBeSentByHand() {
        receiver.answers(number -> new Receiver.Answer(number == 1 ? 503 : 200, "", null));
        happen();
        await(() -> status() == 503);
        jdbc.update(
                "UPDATE channel_delivery SET since = since - interval '3 days', state = 'waiting', next_at = now()"
                        + " WHERE webhook = ?",
                id());
        receiver.answers(number -> new Receiver.Answer(number == 2 ? 503 : 200, "", null));
        await(() -> state().equals("dead"));
        webhooks.resend(id(), delivery().event(), "test");
        await(() -> state().equals("delivered"));
        assertThat(receiver.posts()).hasSize(3);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Receiver other = new Receiver()) {
            receiver.answers(number -> new Receiver.Answer(302, "", "Location: " + other.url()));
            happen();
            await(() -> status() == 302);
            assertThat(other.posts()).isEmpty();
            assertThat(delivery().error()).contains("redirect");
        }
    }

    @Test
    void aReceiverThatAsksForTimeGetsIt() {
        receiver.answers(number -> new Receiver.Answer(429, "", "Retry-After: 600"));
        happen();
        await(() -> status() == 429);
        assertThat(delivery().nextAt()).isAfter(Instant.now().plusSeconds(550));
    }

    @Test
    void aReceiverThatIsGoneIsNotToldAnyMore() {
        receiver.answers(number -> new Receiver.Answer(410, "", null));
        happen();
        await(() -> !webhooks.find(id()).enabled());
        assertThat(webhooks.find(id()).note()).contains("410");
        happen();
        assertThat(deliveries.latest(id(), null, 10)).hasSize(1);
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUpInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!silent.isClosed()) {
                    try {
                        Socket taken = silent.accept();
                        taken.getOutputStream().write("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            Webhook slow = webhooks.create(
                            new WebhookDraft(
                                    "http://127.0.0.1:" + silent.getLocalPort() + "/",
                                    "silent",
                                    Set.of(WebhookEvent.OUTREACH_CREATED),
                                    true),
                            "test")
                    .webhook();
            try {
                happen();
                await(() -> receiver.posts().size() == 1); // nobody else waits for the slow one
                await(() -> deliveries.latest(slow.id(), null, 1).getFirst().error() != null);
                assertThat(deliveries.latest(slow.id(), null, 1).getFirst().millis())
                        .isLessThan(4_000);
            } finally {
                webhooks.delete(slow.id(), "test");
            }
        }
    }

    @Test
    void whileASecretIsRotatedBothSign() {
        Webhook.Issued next = webhooks.rotate(id(), "test");
        happen();
        await(() -> receiver.posts().size() == 1);
        Receiver.Post post = receiver.posts().getFirst();
        assertThat(post.signature())
                .isEqualTo(Signature.of(
                        List.of(next.secret(), issued.secret()),
                        post.id(),
                        post.timestamp(),
                        post.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void severalNodesNeverTakeTheSame() throws Exception {
        webhooks.change(
                webhooks.find(id()),
                new WebhookDraft(receiver.url(), "test", Set.of(WebhookEvent.OUTREACH_CREATED), true),
                "test");
        receiver.answers(number -> new Receiver.Answer(500, "", null));
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 200; i++) {
                publish();
            }
            jdbc.update("UPDATE channel_delivery SET next_at = now() + interval '1 day' WHERE webhook = ?", id());
        });
        Instant later = Instant.now().plus(Duration.ofDays(2));
        Callable<List<UUID>> node = () -> {
            List<UUID> mine = new java.util.ArrayList<>();
            for (List<DeliveryStore.Job> taken = take(later); !taken.isEmpty(); taken = take(later)) {
                taken.forEach(job -> mine.add(job.event()));
            }
            return mine;
        };
        List<UUID> all = new java.util.ArrayList<>();
        try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            for (var each : nodes.invokeAll(List.of(node, node, node, node))) {
                all.addAll(each.get());
            }
        }
        assertThat(all).hasSize(200);
        assertThat(new HashSet<>(all)).hasSize(200);
    }

    private List<DeliveryStore.Job> take(Instant now) {
        return deliveries.take(id(), 3, now, Duration.ofDays(30));
    }

    @Test
    void aCallWorthMakingIsTold() {
        customers.receive(ref, "bill-missed", "test", UUID.randomUUID().toString(), Instant.now(), Map.of());
        await(() -> receiver.posts().size() == 1);
        JsonNode event = json.readTree(receiver.posts().getFirst().body());
        assertThat(event.path("subject").asString()).isEqualTo(ref);
        assertThat(event.at("/data/signal").asString()).isEqualTo("bill-missed");
        assertThat(event.at("/data/rule").asString()).isNotBlank();
    }

    @Test
    void aStateThatBeganIsToldInTheSameTransaction() {
        webhooks.change(
                webhooks.find(id()),
                new WebhookDraft(receiver.url(), "", EnumSet.of(WebhookEvent.CUSTOMER_STATE_CHANGED), true),
                "test");
        customers.beginState(customer, CustomerState.HARDSHIP, null, "agent");
        await(() -> receiver.posts().size() == 1);
        JsonNode event = json.readTree(receiver.posts().getFirst().body());
        assertThat(event.path("type").asString()).isEqualTo("attune.customer.state-changed");
        assertThat(event.at("/data/changed/0").asString()).isEqualTo("hardship");
        assertThat(event.at("/data/states/0").asString()).isEqualTo("hardship");
    }

    @Test
    void twoPeopleNeverOverwriteEachOther() {
        Webhook base = webhooks.find(id());
        webhooks.change(base, new WebhookDraft(receiver.url(), "one", base.events(), true), "one");
        assertThatThrownBy(() ->
                        webhooks.change(base, new WebhookDraft(receiver.url(), "two", base.events(), true), "two"))
                .isInstanceOf(StaleException.class);
    }

    private void happen() {
        transaction.executeWithoutResult(status -> publish());
    }

    private void publish() {
        events.publishEvent(
                new OutboundEvent(OutboundEvent.OUTREACH_CREATED, customer, Instant.now(), Map.of("why", "test")));
    }

    private void makeDue() {
        jdbc.update("UPDATE channel_delivery SET next_at = now(), status = NULL WHERE webhook = ?", id());
    }

    private UUID id() {
        return issued.webhook().id();
    }

    private Delivery delivery() {
        return deliveries.latest(id(), null, 1).getFirst();
    }

    private String state() {
        return delivery().state();
    }

    private int attempts() {
        return delivery().attempts();
    }

    private int status() {
        Integer status = delivery().status();
        return status == null ? 0 : status;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static Webhook nothing() {
        return new Webhook(new UUID(0, 0), "", "", Set.of(), false, "", "", Instant.EPOCH, null, 0);
    }
}
