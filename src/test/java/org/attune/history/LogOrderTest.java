package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.history.LogBed.DEPOSIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log when much happens at once: one order, nothing twice, no gaps, and news only of what is committed. */
class LogOrderTest {

    private static LogBed bed;
    private static History history;

    @BeforeAll
    static void open() {
        bed = new LogBed();
        history = bed.history();
    }

    @AfterAll
    static void close() {
        bed.close();
    }

    @Test
    void anAnswerCountsOnceHoweverOftenItIsSent() throws Exception {
        DecisionRecord decision = bed.decided();
        long before = history.position();
        List<AnswerResult> results = together(20, () -> bed.answer(decision, Outcome.ACCEPTED));

        assertThat(results.stream().filter(AnswerResult::recorded)).hasSize(1);
        assertThat(results).extracting(AnswerResult::position).containsOnly(before + 1);
        assertThat(history.position()).isEqualTo(before + 1);
    }

    @Test
    void ofTwoContradictingAnswersSentAtOnceOneCounts() throws Exception {
        for (int i = 0; i < 20; i++) {
            DecisionRecord decision = bed.decided();
            long before = history.position();
            List<Boolean> kept = together(2, new Callable<>() {
                private boolean first = true;

                @Override
                public Boolean call() {
                    Outcome outcome;
                    synchronized (this) {
                        outcome = first ? Outcome.ACCEPTED : Outcome.DECLINED;
                        first = false;
                    }
                    try {
                        return bed.answer(decision, outcome).recorded();
                    } catch (ConflictException e) {
                        return false;
                    }
                }
            });
            assertThat(kept).containsExactlyInAnyOrder(true, false);
            assertThat(history.position()).isEqualTo(before + 1);
        }
    }

    @Test
    void twoUndosAtOnceTakeOneAnswerBack() throws Exception {
        DecisionRecord decision = bed.decided();
        bed.answer(decision, Outcome.ACCEPTED);
        assertThat(together(6, () -> history.undo(decision.id(), DEPOSIT, "agent")))
                .containsOnlyOnce(true);
        assertThat(history.reversals(0).stream().map(Reversal::reverses)).doesNotHaveDuplicates();
    }

    @Test
    void newsComesAfterTheCommitAndTheModelsHearFirst() {
        DecisionRecord decision = bed.decided();
        bed.news().clear();
        new TransactionTemplate(bed.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            bed.answer(decision, Outcome.ACCEPTED);
            assertThat(bed.news()).isEmpty();
        });
        history.undo(decision.id(), DEPOSIT, "agent");

        assertThat(bed.news())
                .extracting(Object::getClass)
                .containsExactly(
                        LogAppended.class, OutcomeRecorded.class, LogAppended.class, (Class) OutcomeRecorded.class);
        assertThat((OutcomeRecorded) bed.news().get(3)).satisfies(news -> {
            assertThat(news.undone()).isTrue();
            assertThat(news.outcome()).isEqualTo(Outcome.ACCEPTED);
        });
    }

    @Test
    void anAnswerOfATransactionThatFailsNeverWas() {
        DecisionRecord decision = bed.decided();
        long before = history.position();
        bed.news().clear();
        new TransactionTemplate(bed.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            bed.answer(decision, Outcome.ACCEPTED);
            status.setRollbackOnly();
        });
        assertThat(history.position()).isEqualTo(before);
        assertThat(history.states(decision.id())).isEmpty();
        assertThat(bed.news()).isEmpty();
    }

    @Test
    void lateCommitsAreNeverSkipped() throws Exception {
        DecisionRecord slow = bed.decided();
        DecisionRecord quick = bed.decided();
        long before = history.position();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late = threads.submit(() -> new TransactionTemplate(bed.bean(PlatformTransactionManager.class))
                    .execute(status -> {
                        bed.answer(slow, Outcome.ACCEPTED);
                        written.countDown();
                        return await(goOn);
                    }));
            written.await();
            Future<AnswerResult> next = threads.submit(() -> bed.answer(quick, Outcome.DECLINED));
            // Whatever a reader sees while one writer has not committed, it sees no later position.
            assertThat(next.isDone()).isFalse();
            assertThat(history.log(before, 10)).isEmpty();
            goOn.countDown();
            late.get();
            assertThat(next.get().position()).isEqualTo(before + 2);
        }
        assertThat(history.log(before, 10)).extracting(LoggedAnswer::position).containsExactly(before + 1, before + 2);
    }

    @Test
    void readersSeeTheLogWithoutGapsWhileManyWrite() throws Exception {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            decisions.add(bed.decided());
        }
        long start = history.position();
        List<Long> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = new ArrayList<>();
            for (DecisionRecord decision : decisions) {
                writers.add(threads.submit(() -> bed.answer(decision, Outcome.ACCEPTED)));
            }
            while (seen.size() < decisions.size()) {
                long last = seen.isEmpty() ? start : seen.getLast();
                history.log(last, 50).forEach(entry -> seen.add(entry.position()));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + decisions.size())
                        .boxed()
                        .toList());
    }

    @Test
    void theLogCarriesWhatTheLearnerNeeds() {
        DecisionRecord decision =
                bed.decided(CustomerId.next(), Instant.now(), "main", Map.of("job", "nurse"), DEPOSIT);
        long position = bed.answer(decision, Outcome.ACCEPTED).position();
        history.undo(decision.id(), DEPOSIT, "agent");

        assertThat(history.log(position - 1, 5))
                .containsExactly(
                        new LoggedAnswer(
                                position,
                                0,
                                DEPOSIT,
                                "sales",
                                "savings",
                                0.3,
                                Outcome.ACCEPTED,
                                Map.of("job", "nurse")),
                        new LoggedAnswer(
                                position + 1,
                                position,
                                DEPOSIT,
                                "sales",
                                "savings",
                                0.3,
                                Outcome.ACCEPTED,
                                Map.of("job", "nurse")));
        assertThat(history.reversals(position)).containsExactly(new Reversal(position + 1, position, Outcome.ACCEPTED));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> together(int times, Callable<T> task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
