package org.attune.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.attune.history.LogBed;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.platform.NodeMail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What nodes tell each other about the log may be lost; the models of all of them come to the same nevertheless. */
class OtherNodesTest {

    private static final String LEARNING = "org.attune.learning";
    private static final String LOOK = "attune.learning.look-millis";

    private static final String LISTENERS =
            " FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle'"
                    + " AND query = 'listen attune_mail'";

    @Test
    void answersAreHeardAgainAfterTheListeningConnectionsBroke() {
        System.setProperty(LOOK, "3600000");
        try (LogBed here = new LogBed(LEARNING);
                LogBed there = new LogBed(here.dataSource(), LEARNING)) {
            awaitListeners(here);
            assertThat(here.jdbc()
                            .queryForObject(
                                    "SELECT bool_and(pg_terminate_backend(pid, 5000))" + LISTENERS, Boolean.class))
                    .isTrue();
            awaitListeners(here);
            for (int i = 0; i < 30; i++) {
                here.answer(here.decided(), i % 3 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED);
            }
            assertSameModels(here, there);
        } finally {
            System.clearProperty(LOOK);
        }
    }

    @Test
    void whatIsNotHeardIsFoundByLooking() {
        try (LogBed here = new LogBed(LEARNING);
                LogBed there = new LogBed(here.dataSource(), LEARNING)) {
            there.bean(NodeMail.class).stop();
            here.answer(here.decided(), Outcome.ACCEPTED);
            assertSameModels(here, there);
        }
    }

    private static void assertSameModels(LogBed here, LogBed there) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        there.bean(Models.class).position() == here.history().position());
        assertThat(there.bean(Models.class).fingerprint())
                .isEqualTo(here.bean(Models.class).fingerprint());
    }

    private static void awaitListeners(LogBed bed) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        Long.valueOf(2).equals(bed.jdbc().queryForObject("SELECT count(*)" + LISTENERS, Long.class)));
    }
}
