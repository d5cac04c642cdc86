package org.attune.learning.engine;

/**
 * How settled an action that came late is. The width of exploration is chosen for actions that begin together, where every one
 * that is drawn too high takes the place of another that is as little known. One that comes when the others are known takes
 * little from anybody, while its model still understates how far it differs from its group: so it is explored more widely, until
 * it has {@value #UNTIL} answers or has been there for half of the log.
 *
 * <p>Both numbers are part of the stored format; how they were chosen: docs/decisions/0095.
 */
final class Newcomer {

    /** So many of its answers count as one. */
    private static final long PART = 8;

    /** Answers after which it is an action like the others. */
    private static final long UNTIL = 2_000;

    private Newcomer() {}

    /**
     * @param answers about the action
     * @param born answers that the engine had learned before the first of them
     * @param now answers that the engine has learned
     */
    static long settled(long answers, long born, long now) {
        return answers < UNTIL && now - born < born ? answers / PART : answers;
    }
}
