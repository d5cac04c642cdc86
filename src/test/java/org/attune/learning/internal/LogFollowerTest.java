package org.attune.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.attune.history.DecisionRecord;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.LearningEngine;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class LogFollowerTest {

    /** Remembers what decisions could have seen. */
    private static final class Watched extends LiveEngine {
        private final Map<Long, String> seen = new LinkedHashMap<>();

        @Override
        void learn(Consumer<LearningEngine> lessons, long newPosition) {
            super.learn(lessons, newPosition);
            seen.put(newPosition, read((engine, position) -> engine.sha256()));
        }
    }

    @Test
    void whileABacklogIsWorkedOffNoDecisionSeesAnUndoTooEarly() {
        Random random = new Random(12);
        try (LogBed bed = new LogBed();
                LogBed node = new LogBed(bed.dataSource(), "org.attune.learning")) {
            List<DecisionRecord> decisions = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                decisions.add(bed.decided(
                        CustomerId.next(), Instant.now(), "main", Map.of("balance", random.nextInt(900)), DEPOSIT));
                bed.answer(decisions.getLast(), random.nextInt(3) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
                if (i % 5 == 4) {
                    bed.history().undo(decisions.get(i - random.nextInt(4)).id(), DEPOSIT, "agent");
                }
            }
            Watched live = new Watched();
            new LogFollower(
                            bed.history(),
                            live,
                            node.bean(SnapshotStore.class),
                            node.bean(SnapshotWriter.class),
                            bed.bean(PlatformTransactionManager.class))
                    .catchUp();

            assertThat(live.position()).isEqualTo(bed.history().position());
            assertThat(live.seen).hasSizeGreaterThan(10);
            PastEngines past = node.bean(PastEngines.class);
            live.seen.forEach(
                    (position, sha256) -> assertThat(past.<String>read(position, (engine, at) -> engine.sha256()))
                            .as("position " + position)
                            .isEqualTo(sha256));
        }
    }
}
