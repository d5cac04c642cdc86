package org.attune.bench;

import java.util.BitSet;
import org.attune.simulation.engine.Course;

/**
 * Watches an action that comes late, beside a twin who watches the same action in the same world where it was there from the start:
 * its share is what that one gives it in the same decisions.
 */
final class Arrival implements Course.Witness {

    /** Answers within which a new action shall have its share. */
    static final int ANSWERS = 500;

    /** The share is taken over so many decisions. */
    private static final int STRETCH = 2_000;

    /** How soon after its 500th answer it is looked at where it is the best. */
    private static final int AFTER = 5_000;

    private static final double ENOUGH = 0.9;

    private final int late;
    private final int decisions;
    private final BitSet said = new BitSet();
    private final BitSet best = new BitSet();
    private int from = -1;

    Arrival(int late, int decisions) {
        this.late = late;
        this.decisions = decisions;
    }

    @Override
    public void saw(long decision, int action, int bestAction, double[] acceptance, int count) {
        if (count > late) {
            from = from < 0 ? (int) decision : from;
            said.set((int) decision, action == late);
            best.set((int) decision, bestAction == late);
        }
    }

    /**
     * Answers about the new action when its share of the last 2,000 decisions first is nine tenths of its twin's.
     *
     * @return NaN when it never is
     */
    double answers(Arrival twin) {
        for (int to = from + STRETCH; to <= decisions; to++) {
            if (share(to) >= ENOUGH * twin.share(to)) {
                return said.get(from, to).cardinality();
            }
        }
        return Double.NaN;
    }

    /**
     * In the 5,000 decisions after its 500th answer: in how many of those in which it is the best it is said, relative to the same
     * of its twin.
     *
     * @return NaN when it has fewer answers
     */
    double found(Arrival twin) {
        int at = from;
        for (int answers = 0; answers < ANSWERS && at >= 0; answers++) {
            at = said.nextSetBit(at + 1);
        }
        int to = Math.min(decisions, at + AFTER);
        return at < 0 ? Double.NaN : found(at, to) / twin.found(at, to);
    }

    private double share(int to) {
        return said.get(to - STRETCH, to).cardinality() / (double) STRETCH;
    }

    private double found(int start, int to) {
        BitSet both = said.get(start, to);
        both.and(best.get(start, to));
        return both.cardinality() / (double) best.get(start, to).cardinality();
    }
}
