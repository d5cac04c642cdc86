package org.attune.decision.internal;

import org.attune.arbitration.engine.SelectionProbability;
import org.attune.learning.engine.Scores;

/** Room for one decision at a time, kept by each thread that decides, so that scoring a catalog allocates nothing. */
final class Workspace {
    private static final ThreadLocal<Workspace> MINE = ThreadLocal.withInitial(Workspace::new);

    private final Scores scores = new Scores();
    private final SelectionProbability chances = new SelectionProbability();
    private int[] numbers = {};

    private Workspace() {}

    static Workspace mine() {
        return MINE.get();
    }

    SelectionProbability chances() {
        return chances;
    }

    Scores scores() {
        return scores;
    }

    int[] numbers(int size) {
        if (numbers.length < size) {
            numbers = new int[size];
        }
        return numbers;
    }
}
