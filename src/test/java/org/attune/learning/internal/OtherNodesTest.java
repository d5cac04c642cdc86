package org.attune.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.attune.history.DecisionRecord;
import org.attune.history.LogBed;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.junit.jupiter.api.Test;

/** Answers taken on one node reach the models of another: told by the database, and looked for where that is lost. */
class OtherNodesTest {

    private static final String LEARNING = "org.attune.learning";
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void anAnswerIsToldToOtherNodesAlsoAfterTheListeningConnectionBroke() {
        try (LogBed here = new LogBed(LEARNING);
                LogBed there = new LogBed(here.dataSource(), LEARNING).hearing()) {
            look(there, NEVER);
            await(() -> listens(here));
            DecisionRecord decision = here.decided();
            here.answer(decision, Outcome.ACCEPTED);
            await(() -> there.bean(Models.class).position() == 1);
            here.history().undo(decision.id(), LogBed.DEPOSIT, "agent");
            await(() -> there.bean(Models.class).position() == 2);

            assertThat(breaksListeners(here)).isTrue();
            await(() -> listens(here));
            for (int i = 0; i < 30; i++) {
                here.answer(here.decided(), i % 3 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
            }
            await(() -> there.bean(Models.class).position() == here.history().position());
            assertThat(there.bean(Models.class).fingerprint())
                    .isEqualTo(here.bean(Models.class).fingerprint());
        }
    }

    @Test
    void whatIsNotToldIsFoundByLooking() {
        try (LogBed here = new LogBed(LEARNING);
                LogBed there = new LogBed(here.dataSource(), LEARNING).hearing()) {
            here.jdbc().execute("ALTER TABLE history_head DISABLE TRIGGER history_head_told");
            here.answer(here.decided(), Outcome.ACCEPTED);
            await(() -> there.bean(Models.class).position() == 1);
        }
    }

    private static void look(LogBed node, Duration each) {
        LearningLifecycle lifecycle = node.bean(LearningLifecycle.class);
        lifecycle.stop();
        lifecycle.start(each);
    }

    private static final String LISTENERS =
            " FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle'"
                    + " AND query = 'listen attune_mail'";

    private static boolean listens(LogBed bed) {
        return Boolean.TRUE.equals(bed.jdbc().queryForObject("SELECT count(*) > 0" + LISTENERS, Boolean.class));
    }

    private static boolean breaksListeners(LogBed bed) {
        return Boolean.TRUE.equals(bed.jdbc()
                .queryForObject("SELECT bool_and(pg_terminate_backend(pid, 5000))" + LISTENERS, Boolean.class));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
