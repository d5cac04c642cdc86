package org.attune.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.attune.AttuneTest;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.AgentCare;
import org.attune.care.HelpCall;
import org.attune.care.HelpCalled;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.AtDesk;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.Floor;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.ConflictException;
import org.attune.telephony.CallEvent.Facts;
import org.attune.telephony.QueueStanding;
import org.attune.telephony.Queues;
import org.attune.telephony.SomeCall;
import org.attune.telephony.Telephony;
import org.attune.telephony.engine.Step.Kind;
import org.attune.ui.News;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What supervisors see of the floor, read and pushed. */
@AttuneTest
class FloorTest {
    private static final String AGENT = "floor-agent";

    @Autowired
    FloorReader reader;

    @Autowired
    FloorPulse pulse;

    @Autowired
    Telephony telephony;

    @Autowired
    Queues queues;

    @Autowired
    Floor floor;

    @Autowired
    Interactions interactions;

    @Autowired
    AgentCare care;

    @Autowired
    DeskPresence presence;

    @Autowired
    Customers customers;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    News news;

    private final String queue = "floor-" + UUID.randomUUID();

    @BeforeEach
    void anAgentAndSomebodyInDifficulty() {
        if (users.byName(AGENT).isEmpty()) {
            users.create("test", new NewUser(AGENT, "floor-password-1", "Flora Floor", Role.AGENT, "floor", false));
        }
        SomeCustomer.named("FLOOR-1", "Sasha Floor")
                .states(List.of(new StateDraft(CustomerState.HARDSHIP, null, null, "illness")))
                .put(customers);
    }

    private void tell(String call, Kind kind, String agent) {
        telephony.take(
                SomeCall.told(call, kind, agent, new Facts(false, "+33700000001", null, queue, "billing", "FLOOR-1")));
    }

    private List<Seat> mine() {
        return reader.read().seats().stream()
                .filter(each -> each.agent().equals(AGENT))
                .toList();
    }

    private QueueStanding standing() {
        return queues.now().stream()
                .filter(each -> each.queue().equals(queue))
                .findFirst()
                .orElse(new QueueStanding(queue, 0, null, 0));
    }

    @Test
    void aCallMovesFromTheQueueToAnAgentAndAway() {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, null);
        assertThat(standing().waiting()).as("waits, though at nobody's desk").isEqualTo(1);
        assertThat(standing().longestSince()).isNotNull();
        tell(call, Kind.ANSWERED, AGENT);
        assertThat(standing()).isEqualTo(new QueueStanding(queue, 0, null, 1));
        assertThat(mine()).singleElement().satisfies(seat -> {
            assertThat(seat.state()).isEqualTo(Seat.State.TALKING);
            assertThat(seat.name()).isEqualTo("Flora Floor");
            assertThat(seat.queue()).isEqualTo(queue);
            assertThat(seat.reason()).isEqualTo("billing");
            assertThat(seat.guarded()).as("that, and not why").isTrue();
        });
        tell(call, Kind.HELD, AGENT);
        assertThat(mine()).singleElement().extracting(Seat::state).isEqualTo(Seat.State.HELD);
        tell(call, Kind.ENDED, AGENT);
        assertThat(standing().talking()).isZero();
        floor.open().stream()
                .filter(each -> each.agent().equals(AGENT))
                .forEach(each -> assertThat(each.line().hungUpAt()).isNotNull());
        jdbc.sql("update interaction_interaction set state = 'closed' where agent = ?")
                .param(AGENT)
                .update();
        assertThat(mine()).as("at no desk, in no call").isEmpty();
    }

    @Test
    void whomAnAgentHasTakenAtTheDeskWaitsNoLonger() {
        String call = UUID.randomUUID().toString();
        tell(call, Kind.RINGING, AGENT);
        assertThat(standing().waiting()).isEqualTo(1);
        Interaction ringing = interactions.open(AGENT).getFirst();
        interactions.take(ringing.id(), AGENT);
        QueueStanding talking = new QueueStanding(queue, 0, null, 1);
        assertThat(standing()).as("\"answered\" has not come").isEqualTo(talking);
        telephony.endSilent(
                Instant.now().minus(Duration.ofHours(4)), Instant.now().plusSeconds(1));
        assertThat(standing())
                .as("\"answered\" was lost: it does not only ring")
                .isEqualTo(talking);
        tell(call, Kind.ANSWERED, AGENT);
        assertThat(standing()).as("late, and no second call").isEqualTo(talking);
        tell(call, Kind.ENDED, AGENT);
        assertThat(standing()).isEqualTo(new QueueStanding(queue, 0, null, 0));
        interactions.close(ringing.id(), AGENT);
    }

    private Interaction takenWhileItRings(String call) {
        tell(call, Kind.RINGING, AGENT);
        return interactions.take(interactions.open(AGENT).getFirst().id(), AGENT);
    }

    @Test
    void aCallThatWasTakenAndRangOutAllTheSameWaitsAgain() {
        String call = UUID.randomUUID().toString();
        Interaction taken = takenWhileItRings(call);
        tell(call, Kind.RELEASED, AGENT);
        assertThat(standing().waiting()).isEqualTo(1);
        tell(call, Kind.ENDED, null);
        interactions.close(taken.id(), AGENT);
    }

    @Test
    void whatAnAgentTookAndEndedIsEndedAsACallThatOnlyRang() {
        String call = UUID.randomUUID().toString();
        Interaction taken = takenWhileItRings(call);
        interactions.close(taken.id(), AGENT);
        assertThat(standing().waiting()).isZero();
        telephony.endSilent(
                Instant.now().minus(Duration.ofHours(4)), Instant.now().plusSeconds(1));
        assertThat(standing().talking()).isZero();
    }

    @Test
    void whoSitsAtADeskOfAnotherNodeIsFreeHereTooUntilThatNodeIsGone() {
        jdbc.sql("insert into interaction_desk (node, agent, seen_at) values ('other', ?, now())")
                .param(AGENT)
                .update();
        assertThat(mine()).singleElement().extracting(Seat::state).isEqualTo(Seat.State.FREE);
        jdbc.sql("update interaction_desk set seen_at = now() - interval '40 seconds' where node = 'other'")
                .update();
        assertThat(mine()).isEmpty();
        jdbc.sql("delete from interaction_desk where node = 'other'").update();
    }

    @Test
    void whoOpensADeskHereIsWrittenDownForAllNodes() {
        presence.arrive(AGENT);
        Awaitility.await()
                .until(() -> floor.atDesks().stream().map(AtDesk::agent).anyMatch(AGENT::equals));
        presence.leave(AGENT);
        Awaitility.await()
                .until(() -> floor.atDesks().stream().map(AtDesk::agent).noneMatch(AGENT::equals));
    }

    @Test
    void helpIsTakenByOneAndToldOnTheOtherNodes() {
        List<String> told = new CopyOnWriteArrayList<>();
        var listening = news.listen(HelpCalled.class, each -> told.add(each.agent()));
        try {
            care.call(AGENT, null);
            HelpCall call = care.of(AGENT).orElseThrow();
            assertThat(reader.read().help()).contains(call);
            care.take(call.id(), "supervisor");
            assertThatThrownBy(() -> care.take(call.id(), "admin")).isInstanceOf(ConflictException.class);
            assertThat(care.of(AGENT).orElseThrow().takenBy()).isEqualTo("supervisor");
            care.over(AGENT);
            Awaitility.await().until(() -> told.stream().filter(AGENT::equals).count() >= 3);
            jdbc.sql("select pg_notify('attune_mail', 'another-node help somebody')")
                    .query((row, n) -> true)
                    .list();
            Awaitility.await().until(() -> told.contains("somebody"));
        } finally {
            listening.remove();
        }
    }

    @Test
    void anOpenPageHearsOfACallWithoutAsking() {
        List<FloorSheet> seen = new CopyOnWriteArrayList<>();
        var listening = news.listen(FloorSeen.class, each -> seen.add(each.sheet()));
        var looking = pulse.look();
        try {
            String call = UUID.randomUUID().toString();
            tell(call, Kind.RINGING, null);
            Awaitility.await()
                    .until(() -> seen.stream()
                            .anyMatch(sheet -> sheet.queues().stream()
                                    .anyMatch(each -> each.queue().equals(queue))));
            tell(call, Kind.ENDED, null);
            FloorSheet last = Objects.requireNonNull(pulse.latest());
            assertThat(last.engine().position()).isPositive();
            assertThat(last.engine().lag()).isNotNegative();
        } finally {
            looking.remove();
            listening.remove();
        }
    }
}
