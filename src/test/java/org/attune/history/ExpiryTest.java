package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private final LogBed bed = new LogBed("org.attune.learning");
    private final History history = bed.history();

    @AfterEach
    void close() {
        bed.close();
    }

    private DecisionRecord decidedDaysAgo(long days, int answerDays) {
        DecisionRecord any = LogBed.decision(
                CustomerId.next(), Instant.now().minus(Duration.ofDays(days)), "main", Map.of("job", "nurse"), DEPOSIT);
        Offer o = any.offers().getFirst();
        Offer waiting = new Offer(
                o.action(),
                o.issue(),
                o.group(),
                o.rank(),
                o.treatment(),
                o.propensity(),
                o.sampled(),
                o.priority(),
                o.selectionProbability(),
                o.startingPropensity(),
                answerDays,
                0);
        DecisionRecord decision = new DecisionRecord(
                any.id(),
                any.customer(),
                any.at(),
                any.channel(),
                any.reason(),
                null,
                any.revision(),
                any.modelVersion(),
                any.arm(),
                any.seed(),
                any.tookMicros(),
                false,
                any.situation(),
                List.of(waiting));
        bed.write(decision);
        return decision;
    }

    @Test
    void whatNobodyAnswersInItsDaysExpiresAndTeachesNothing() {
        String before = bed.bean(Models.class).fingerprint();
        DecisionRecord late = decidedDaysAgo(8, 7);
        DecisionRecord patient = decidedDaysAgo(8, 9);
        DecisionRecord unseen = decidedDaysAgo(40, 7);
        DecisionRecord said = decidedDaysAgo(8, 7);
        for (DecisionRecord each : List.of(late, patient)) {
            history.shown(each.id(), List.of(DEPOSIT), "agent");
        }
        bed.answer(said, Outcome.PRESENTED);

        assertThat(history.expireUnanswered()).isEqualTo(1);
        assertThat(history.states(late.id())).containsEntry(DEPOSIT, Outcome.EXPIRED);
        assertThat(history.states(patient.id())).containsEntry(DEPOSIT, Outcome.SHOWN);
        assertThat(history.states(unseen.id())).isEmpty();
        // What has just been said to the customer waits anew.
        assertThat(history.states(said.id())).containsEntry(DEPOSIT, Outcome.PRESENTED);
        assertThat(history.expireUnanswered()).isZero();
        assertThat(bed.bean(Models.class).position()).isEqualTo(history.position());
        assertThat(bed.bean(Models.class).fingerprint()).isEqualTo(before);
    }

    @Test
    void aLateAnswerReplacesExpiredAndUndoingItLeavesItExpired() {
        DecisionRecord decision = decidedDaysAgo(38, 7);
        history.shown(decision.id(), List.of(DEPOSIT), "agent");
        history.expireUnanswered();

        assertThat(bed.answer(decision, Outcome.ACCEPTED).recorded()).isTrue();
        assertThat(bed.bean(Models.class).figures(DEPOSIT).orElseThrow().positives())
                .isEqualTo(1);
        assertThat(history.expireUnanswered()).isZero();

        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isTrue();
        assertThat(history.states(decision.id())).containsEntry(DEPOSIT, Outcome.EXPIRED);
        assertThat(history.undo(decision.id(), DEPOSIT, "agent")).isFalse();
    }

    @Test
    void listeningNeverExpires() {
        DecisionRecord decision = bed.decided(
                CustomerId.next(), Instant.now().minus(Duration.ofDays(99)), "main", Map.of("job", "nurse"), "none");
        history.shown(decision.id(), List.of("none"), "agent");
        assertThat(history.expireUnanswered()).isZero();
    }

    @Test
    void severalNodesExpireEachOfferOnceWhileAnswersArrive() throws Exception {
        int offers = 1_200;
        List<DecisionRecord> decisions = new java.util.ArrayList<>();
        for (int i = 0; i < offers; i++) {
            decisions.add(decidedDaysAgo(8, 7));
            history.shown(decisions.getLast().id(), List.of(DEPOSIT), "agent");
        }
        try (LogBed other = new LogBed(bed.dataSource(), "org.attune.learning");
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<Integer> one = threads.submit(() -> sweepAll(history));
            Future<Integer> two = threads.submit(() -> sweepAll(other.history()));
            Future<?> answers = threads.submit(() -> {
                for (int i = 0; i < offers; i += 40) {
                    bed.answer(decisions.get(i), Outcome.DECLINED);
                }
            });
            answers.get();
            int expired = one.get() + two.get() + sweepAll(history);

            assertThat(bed.jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM history_outcome WHERE outcome = 'expired'", Integer.class))
                    .isEqualTo(expired);
            assertThat(bed.jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM history_offer WHERE state = 'declined'", Integer.class))
                    .isEqualTo(offers / 40);
            assertThat(bed.jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM history_offer WHERE state NOT IN ('declined', 'expired')",
                                    Integer.class))
                    .isZero();
            other.bean(Models.class).catchUp();
            assertThat(other.bean(Models.class).fingerprint())
                    .isEqualTo(bed.bean(Models.class).fingerprint());
        }
        assertThat(bed.jdbc()
                        .queryForObject(
                                "SELECT max(n) FROM (SELECT count(*) n FROM history_outcome"
                                        + " WHERE outcome = 'expired' GROUP BY decision_id) x",
                                Integer.class))
                .isEqualTo(1);
    }

    private static int sweepAll(History history) {
        int all = 0;
        for (int some = history.expireUnanswered(); some > 0; some = history.expireUnanswered()) {
            all += some;
        }
        return all;
    }
}
