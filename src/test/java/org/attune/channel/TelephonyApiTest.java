package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.AttuneTest;
import org.attune.access.Users;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Interactions;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** F40: calls as a telephone system tells them over HTTP. */
@AttuneTest
class TelephonyApiTest {
    private static final String PATH = "/api/v1/telephony/events";
    private static final String SINGLE = "application/cloudevents+json";

    private final Api api;

    @Autowired
    Users users;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    Telephony telephony;

    private final Instant start = Instant.now().minusSeconds(600);
    private final String call = UUID.randomUUID().toString();
    private final String phone = SomeCall.number();
    private String agent = "";
    private int events;

    TelephonyApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @BeforeEach
    void anAgent() {
        agent = Callers.agent(users, "tel");
    }

    private void customer(String ref, String number) {
        api.put(
                "/api/v1/customers/" + ref,
                "{\"displayName\": \"Tel %s\", \"phones\": [\"%s\"]}".formatted(ref, number));
    }

    private String event(String type, int second, String data) {
        return Callers.event(
                call + "-" + events++, type, call, start.plusSeconds(second).toString(), data);
    }

    private JsonNode tell(String event) {
        return api.postAs(PATH, SINGLE, event).is(202).json();
    }

    private JsonNode tell(String type, int second, String data) {
        return tell(event(type, second, data));
    }

    private String to(String who) {
        return "\"agent\": \"" + who + "\"";
    }

    private String from(String number) {
        return to(agent) + ", \"direction\": \"inbound\", \"from\": \"" + number + "\"";
    }

    private Interaction open(String who) {
        return interactions.open(who).getFirst();
    }

    @Test
    void aCallRingsAtTheAgentConcernedWithTheCustomerItsNumberTells() {
        customer("tel-1", phone);
        JsonNode receipt = tell(
                "ringing",
                0,
                from("0" + phone.substring(3)) + ", \"queue\": \"care\", \"reason\": \"billing\", \"mood\": 7");
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        Interaction ringing = open(agent);
        assertThat(ringing.state()).isEqualTo(State.RINGING);
        assertThat(ringing.caller()).as("in E.164").isEqualTo(phone);
        assertThat(ringing.customer()).isEqualTo(customers.idOf("tel-1"));
        assertThat(ringing.reason()).isEqualTo("billing");
        assertThat(ringing.line().queue()).isEqualTo("care");
        assertThat(interactions.open(Callers.agent(users, "other"))).isEmpty();

        tell("answered", 5, to(agent));
        assertThat(open(agent).state()).isEqualTo(State.TALKING);
        tell("held", 9, to(agent));
        assertThat(open(agent).line().heldSince())
                .isEqualTo(start.plusSeconds(9).truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        tell("answered", 12, to(agent));
        assertThat(open(agent).line().heldSince()).isNull();
        tell("ended", 60, "");
        assertThat(open(agent).state()).as("there is something to write down").isEqualTo(State.WRAP_UP);
        interactions.close(open(agent).id(), agent);
        assertThat(tell("answered", 61, to(agent)).path("detail").asString()).contains("had ended");
        assertThat(interactions.open(agent)).isEmpty();
    }

    @Test
    void anEventIsTakenOnceHoweverOftenAndOnHoweverManyConnectionsItIsSent() throws Exception {
        String event = event("ringing", 0, from(phone));
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> sends =
                    Collections.nCopies(12, () -> tell(event).path("status").asString());
            List<String> answers = new ArrayList<>();
            for (Future<String> each : many.invokeAll(sends)) {
                answers.add(each.get());
            }
            assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
            assertThat(answers.stream().filter("duplicate"::equals)).hasSize(11);
        }
        assertThat(interactions.open(agent)).hasSize(1);
        interactions.close(open(agent).id(), agent);
    }

    @Test
    void everyOrderOfArrivalComesToTheSame() {
        String other = Callers.agent(users, "tel");
        List<String> told = new ArrayList<>(List.of(
                event("ringing", 0, from(phone)),
                event("answered", 4, to(agent)),
                event("held", 20, to(agent)),
                event("transferred", 30, to(other)),
                event("answered", 33, to(other))));
        told.addAll(told);
        Collections.shuffle(told, new Random(5));
        told.forEach(this::tell);
        assertThat(open(agent).state()).isEqualTo(State.WRAP_UP);
        assertThat(open(agent).line().wentTo()).isEqualTo(other);
        assertThat(open(other).state()).isEqualTo(State.TALKING);
        assertThat(open(other).line().cameFrom()).isEqualTo(agent);
        assertThat(open(other).caller()).isEqualTo(phone);
        tell("ended", 90, "");
        assertThat(open(other).state()).isEqualTo(State.WRAP_UP);
        interactions.close(open(agent).id(), agent);
        interactions.close(open(other).id(), other);
    }

    @Test
    void anEndThatComesFirstOpensNothingAfterwards() {
        tell("ended", 30, "");
        tell("ringing", 0, from(phone));
        tell("answered", 3, to(agent));
        assertThat(interactions.open(agent)).isEmpty();
    }

    @Test
    void severalWithOneNumberAndNobodyStayOpenForTheAgentToSay() {
        customer("tel-2", phone);
        customer("tel-3", phone);
        tell("ringing", 0, from(phone));
        assertThat(open(agent).customer()).isNull();
        assertThat(customers.calledOn(Objects.requireNonNull(open(agent).caller())))
                .hasSize(2);
        Interaction taken = interactions.take(open(agent).id(), agent);
        interactions.identify(taken.id(), agent, customers.idOf("tel-3"));
        tell("answered", 3, to(agent));
        assertThat(open(agent).customer()).as("what the agent said stays").isEqualTo(customers.idOf("tel-3"));
        interactions.identify(taken.id(), agent, null);
        tell("held", 8, to(agent));
        assertThat(open(agent).customer()).as("left open is left open").isNull();
        interactions.close(taken.id(), agent);
    }

    @Test
    void aTransferTakesAlongWhoCallsAboutWhatAndWhereTheAgentStood() {
        customer("tel-4", phone);
        String other = Callers.agent(users, "tel");
        tell("ringing", 0, to(agent) + ", \"from\": \"anonymous\"");
        tell("answered", 2, to(agent));
        Interaction first = open(agent);
        assertThat(first.caller()).isNull();
        interactions.identify(first.id(), agent, customers.idOf("tel-4"));
        interactions.changeReason(first.id(), agent, "moving");
        interactions.remember(first.id(), agent, "card", "payment-pause");
        tell("transferred", 40, to(other));
        Interaction second = open(other);
        assertThat(second.customer()).isEqualTo(customers.idOf("tel-4"));
        assertThat(second.reason()).isEqualTo("moving");
        assertThat(interactions.step(second.id(), other)).containsEntry("card", "payment-pause");
        assertThat(interactions.step(second.id(), agent))
                .as("not the first agent's to read")
                .isEmpty();
        interactions.close(first.id(), agent);
        tell("ended", 50, "");
    }

    @Test
    void aMissingHangUpClosesByTimeOut() {
        tell("ringing", 0, from(phone));
        String ringing = call;
        telephony.endSilent(
                Instant.now().minus(Duration.ofDays(1)), Instant.now().plusSeconds(1));
        assertThat(interactions.open(agent)).as(ringing).isEmpty();
        assertThat(tell("answered", 5, to(agent)).path("detail").asString()).contains("had ended");
        assertThat(interactions.open(agent)).isEmpty();
    }

    @Test
    void whatABotHandsOverIsKeptWithoutCardNumbers() {
        tell("ringing", 0, from(phone) + """
                , "attributes": {"transcript": [{"role": "customer", "text": "my card is 4111 1111 1111 1111"}, "I see"],
                  "tried": [{"action": "restart-router", "outcome": "not_solved"}, "show-bill"]}""");
        var handover = interactions.handover(open(agent));
        assertThat(handover.transcript()).hasSize(2);
        assertThat(handover.transcript().getFirst().text()).isEqualTo("my card is [•••• •••• •••• ••••]");
        assertThat(handover.settled()).containsExactly("restart-router");
        assertThat(handover.of("show-bill")).isNotNull();
        tell("ended", 9, "");
    }

    @Test
    void whatIsWrongIsNamed() {
        api.postAs(PATH, SINGLE, "{}")
                .isProblem(400, "invalid")
                .names("specversion")
                .names("id")
                .names("source")
                .names("subject")
                .names("type");
        api.postAs(PATH, SINGLE, Callers.event("x", "sung", call, "yesterday", ""))
                .isProblem(400, "invalid")
                .names("type", "ringing")
                .names("time");
        api.postAs(PATH, SINGLE, event("ringing", 0, to("nobody-here")))
                .isProblem(400, "invalid")
                .names("data.agent", "nobody-here");
        api.postAs(PATH, SINGLE, "\"hello\"").isProblem(400, "invalid").names("body");
        assertThat(users.byName("supervisor")).isPresent();
        api.postAs(PATH, SINGLE, event("ringing", 0, to("supervisor"))).isProblem(400, "invalid");
    }

    @Test
    void aBadEventInABatchSpoilsNothingButItself() {
        String batch = "[" + event("ringing", 0, from(phone)) + ", 7, " + event("ringing", 1, to("nobody-here")) + ", "
                + event("answered", 3, to(agent)) + "]";
        JsonNode receipts = api.postAs(PATH, "application/cloudevents-batch+json", batch)
                .is(202)
                .json();
        assertThat(receipts.valueStream().map(r -> r.path("status").asString()))
                .containsExactly("accepted", "rejected", "rejected", "accepted");
        assertThat(open(agent).state()).isEqualTo(State.TALKING);
        tell("ended", 9, "");
        interactions.close(open(agent).id(), agent);
    }

    @Test
    void aRejectedEventMayBeSentAgainWhenTheAgentIsThere() {
        String name = "late-" + UUID.randomUUID().toString().substring(0, 8);
        String event = event("ringing", 0, to(name));
        api.postAs(PATH, SINGLE, event).isProblem(400, "invalid");
        users.create(
                "test",
                new org.attune.access.NewUser(
                        name, "a-long-password", name, org.attune.access.Role.AGENT, null, false));
        assertThat(tell(event).path("status").asString()).isEqualTo("accepted");
        tell("ended", 9, "");
    }
}
