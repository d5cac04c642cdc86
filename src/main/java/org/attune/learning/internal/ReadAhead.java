package org.attune.learning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.attune.history.LoggedAnswer;
import org.attune.kernel.Outcome;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.Lesson;
import org.attune.learning.engine.ModelPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches an engine answers in a row, and has the next ones read by another thread meanwhile. The models are the same as
 * without: what is read hangs on the situations alone. Used by one thread at a time.
 */
final class ReadAhead {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    /** Answers handed over at once. */
    private static final int BLOCK = 16;

    /** Blocks on their way: as many as are learned while the reader waits for the processor. */
    private static final int BLOCKS = 16;

    private final LearningEngine engine;
    private final Block[] blocks = new Block[BLOCKS];

    ReadAhead(LearningEngine engine) {
        this.engine = engine;
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = new Block();
        }
    }

    /** Whether it teaches this engine. */
    boolean teaches(LearningEngine other) {
        return engine == other;
    }

    /**
     * Learns answers, but leaves it to the caller to {@link LearningEngine#settle() settle} them.
     *
     * @param data fingerprint of what the engine had learned before
     * @return the same with these answers
     */
    long learn(List<LoggedAnswer> answers, long data) {
        return answers.size() > 2 * BLOCK ? learnBeside(answers, data) : learnHere(answers, data);
    }

    private long learnHere(List<LoggedAnswer> answers, long data) {
        long learned = data;
        for (int from = 0; from < answers.size(); from += BLOCK) {
            blocks[0].read(some(answers, from));
            learned = blocks[0].learn(learned);
        }
        return learned;
    }

    private long learnBeside(List<LoggedAnswer> answers, long data) {
        Handover handover = new Handover();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> handover.read(answers), Beside.EXECUTOR);
        try {
            return handover.learn(answers.size(), data);
        } finally {
            handover.end();
            Beside.join(reading); // nobody else works on this engine when this returns
        }
    }

    private static List<LoggedAnswer> some(List<LoggedAnswer> answers, int from) {
        return answers.subList(from, Math.min(from + BLOCK, answers.size()));
    }

    /** Hands blocks from one thread to the other, and back when they are learned. */
    private final class Handover {
        private final Semaphore free = new Semaphore(BLOCKS);
        private final Semaphore read = new Semaphore(0);
        private int done;
        private volatile boolean ended;

        void read(List<LoggedAnswer> answers) {
            try {
                for (int from = 0; from < answers.size(); from += BLOCK) {
                    free.acquireUninterruptibly();
                    if (ended) {
                        return;
                    }
                    block(from).read(some(answers, from));
                    done = from + BLOCK;
                    read.release();
                }
            } finally {
                read.release(); // after a failure nobody waits for more
            }
        }

        long learn(int size, long data) {
            long learned = data;
            for (int from = 0; from < size; from += BLOCK) {
                read.acquireUninterruptibly();
                if (done <= from) {
                    break; // the reader has failed: why is thrown by whoever joins it
                }
                learned = block(from).learn(learned);
                free.release();
            }
            return learned;
        }

        void end() {
            ended = true;
            free.release();
        }

        private Block block(int from) {
            return blocks[from / BLOCK % BLOCKS];
        }
    }

    /** Some answers, read. */
    private final class Block {
        private final List<Lesson> lessons = new ArrayList<>();
        private final long[] digests = new long[BLOCK];

        /** Why the engine refuses an answer, null when it does not. */
        private final @Nullable String[] refusals = new String[BLOCK];

        private List<LoggedAnswer> answers = List.of();

        void read(List<LoggedAnswer> some) {
            answers = some;
            for (int i = 0; i < some.size(); i++) {
                LoggedAnswer answer = some.get(i);
                if (i == lessons.size()) {
                    lessons.add(engine.lesson());
                }
                digests[i] = Lessons.digest(answer);
                refusals[i] = null;
                try {
                    engine.read(
                            new ModelPath(answer.issue(), answer.group(), answer.action()),
                            answer.startingPropensity(),
                            answer.situation(),
                            answer.outcome() == Outcome.ACCEPTED || answer.outcome() == Outcome.FULFILLED,
                            answer.weight(),
                            lessons.get(i));
                } catch (IllegalArgumentException e) {
                    refusals[i] = String.valueOf(e.getMessage());
                }
            }
        }

        /** An answer the engine refuses teaches nothing: it is refused at every replay, so the model stays a function of the log. */
        long learn(long data) {
            long learned = data;
            for (int i = 0; i < answers.size(); i++) {
                if (refusals[i] == null) {
                    engine.learn(lessons.get(i));
                } else {
                    LOG.warn(
                            "Answer {} of the log cannot be learned from: {}",
                            answers.get(i).position(),
                            refusals[i]);
                }
                learned = Lessons.mixed(31 * learned + digests[i]);
            }
            answers = List.of();
            return learned;
        }
    }
}
