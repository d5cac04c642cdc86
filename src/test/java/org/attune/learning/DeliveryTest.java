package org.attune.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.history.History;
import org.attune.history.LogBed;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Each outcome counts once, however often and in whatever order it is delivered, and by however many nodes. The long form, 10^5
 * events: {@code mvn test -Dtest=org.attune.learning.DeliveryTest -Dsurefire.args=-Dattune.events=100000}.
 */
class DeliveryTest {

    private static final int EVENTS = Integer.getInteger("attune.events", 900);
    private static final List<String> ACTIONS = List.of("term-deposit", "credit-card", "payment-plan");
    private static final List<List<Outcome>> STORIES = List.of(
            List.of(Outcome.ACCEPTED),
            List.of(Outcome.PRESENTED, Outcome.DECLINED),
            List.of(Outcome.DECLINED),
            List.of(Outcome.PRESENTED, Outcome.ACCEPTED, Outcome.FULFILLED),
            List.of(Outcome.ACCEPTED, Outcome.FULFILLED, Outcome.CANCELLED),
            List.of(Outcome.ACCEPTED, Outcome.CANCELLED),
            List.of(Outcome.NOT_NOW),
            List.of(Outcome.NOT_OFFERED));

    private record Event(DecisionRecord decision, Outcome outcome) {
        void deliver(History history) {
            String action = decision.offers().getFirst().action();
            history.answer(new Answer(decision.id(), action, outcome, null, null, null), "api");
        }

        boolean isCancelled(History history) {
            return history.states(decision.id()).containsValue(Outcome.CANCELLED);
        }

        boolean isSkippable() {
            return outcome == Outcome.PRESENTED || outcome == Outcome.FULFILLED;
        }
    }

    @Test
    void sentOneToFiveTimesAndShuffledEachEventCountsOnce() throws InterruptedException {
        Random random = new Random(20);
        List<Event> events = events(random);
        List<Event> deliveries = new ArrayList<>();
        for (Event each : events) {
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(5), each));
        }
        Collections.shuffle(deliveries, random);
        assertThat(deliveries).hasSizeGreaterThan(2 * events.size());
        try (LogBed bed = new LogBed("org.attune.learning");
                LogBed other = new LogBed(bed.dataSource(), "org.attune.learning");
                LogBed once = new LogBed("org.attune.learning")) {
            List<LogBed> databases = List.of(bed, once);
            databases.forEach(DeliveryTest::doNotWaitForTheDisk);
            Map<UUID, DecisionRecord> decisions = new LinkedHashMap<>();
            events.forEach(each -> decisions.put(each.decision().id().value(), each.decision()));
            databases.parallelStream().forEach(each -> decisions.values().forEach(each::write));
            Thread second = Thread.ofPlatform().start(() -> deliver(deliveries, 1, other.history()));
            deliver(deliveries, 0, bed.history());
            second.join();
            bed.bean(Models.class).catchUp();
            other.bean(Models.class).catchUp();

            List<Event> log = log(bed, decisions);
            // By sets: the list assertions compare each with each.
            Set<Event> logged = new HashSet<>(log);
            Set<Event> sent = new HashSet<>(events);
            assertThat(logged).as("each once").hasSameSizeAs(log);
            assertThat(log).as("nothing invented").allMatch(sent::contains);
            assertThat(events).as("nothing lost").allMatch(each -> each.isSkippable() || logged.contains(each));
            log.forEach(each -> each.deliver(once.history()));

            String fingerprint = once.bean(Models.class).fingerprint();
            assertThat(bed.bean(Models.class).fingerprint()).isEqualTo(fingerprint);
            assertThat(other.bean(Models.class).fingerprint()).isEqualTo(fingerprint);
            FigureFilter all = new FigureFilter(null, null, null, ZoneOffset.UTC);
            assertThat(bed.bean(Figures.class).actions(all))
                    .isEqualTo(once.bean(Figures.class).actions(all))
                    .hasSize(ACTIONS.size());
        }
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        while (events.size() < EVENTS) {
            DecisionRecord decision = LogBed.decision(
                    CustomerId.next(),
                    Instant.now(),
                    "main",
                    Map.of("balance", random.nextInt(900), "job", "job" + random.nextInt(5)),
                    ACTIONS.get(random.nextInt(ACTIONS.size())));
            STORIES.get(random.nextInt(STORIES.size())).forEach(outcome -> events.add(new Event(decision, outcome)));
        }
        return events;
    }

    /** What is promised here is about order and number, not about a crash. */
    private static void doNotWaitForTheDisk(LogBed bed) {
        String name = bed.jdbc().queryForObject("SELECT current_database()", String.class);
        bed.jdbc().execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
        ((HikariDataSource) bed.dataSource()).getHikariPoolMXBean().softEvictConnections();
    }

    /** Every second delivery; one that comes before what it follows from is refused, and sent again later. */
    private static void deliver(List<Event> deliveries, int from, History history) {
        ConcurrentLinkedQueue<Event> waiting = new ConcurrentLinkedQueue<>();
        for (int i = from; i < deliveries.size(); i += 2) {
            waiting.add(deliveries.get(i));
        }
        int inARow = 0;
        for (Event next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                next.deliver(history);
                inARow = 0;
            } catch (ConflictException refused) {
                // Fulfilled cannot follow cancelled; all others came too early.
                if (next.outcome() != Outcome.FULFILLED || !next.isCancelled(history)) {
                    waiting.add(next);
                }
                assertThat(++inARow).as("refused in a row").isLessThan(20 * EVENTS);
            }
        }
    }

    private static List<Event> log(LogBed bed, Map<UUID, DecisionRecord> decisions) {
        return bed.jdbc()
                .query(
                        "SELECT decision_id, outcome FROM history_outcome ORDER BY position",
                        (row, i) -> new Event(
                                decisions.get(row.getObject("decision_id", UUID.class)),
                                Outcome.of(row.getString("outcome"))));
    }
}
