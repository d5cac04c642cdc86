package org.attune.learning.internal;

import org.attune.history.History;
import org.attune.learning.EngineVariant;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.internal.Checkpoints.Checkpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine that decides, whichever it is, following the log. */
@Configuration(proxyBeanMethods = false)
class Champion {

    @Bean(destroyMethod = "close")
    SnapshotWriter snapshotWriter(SnapshotStore store) {
        return new SnapshotWriter(store);
    }

    @Bean
    LogFollower logFollower(
            History history,
            LiveEngine live,
            SnapshotStore store,
            SnapshotWriter writer,
            Succession succession,
            PastEngines past,
            PlatformTransactionManager transactions) {
        return new LogFollower(history, live, store, writer, throne(succession, past), transactions);
    }

    static LogFollower.Throne throne(Succession succession, PastEngines past) {
        return new LogFollower.Throne() {
            @Override
            public EngineSettings at(long position) {
                return EngineVariant.of(succession.at(position).engine())
                        .orElse(EngineVariant.STANDARD)
                        .settings();
            }

            @Override
            public long changes(long after, long to) {
                return succession.between(after, to).stream()
                        .findFirst()
                        .map(reign -> reign.position())
                        .orElse(0L);
            }

            @Override
            public Checkpoint heir(EngineSettings settings, long position) {
                return past.copy(settings, position);
            }
        };
    }

    /** For an engine that is in charge of nothing: it stays what it is. */
    static LogFollower.Throne alone(EngineSettings settings) {
        return new LogFollower.Throne() {
            @Override
            public EngineSettings at(long position) {
                return settings;
            }

            @Override
            public long changes(long after, long to) {
                return 0;
            }

            @Override
            public Checkpoint heir(EngineSettings same, long position) {
                throw new IllegalStateException("It has no heir");
            }
        };
    }
}
