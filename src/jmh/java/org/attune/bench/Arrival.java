package org.attune.bench;

import org.attune.simulation.engine.Course;

/**
 * Watches whether an action that came late reaches its share: from its 500th answer on, in how many of the decisions in which it is
 * the best for the customer it is the one that is said, relative to the same figure of all the other actions.
 */
final class Arrival implements Course.Witness {

    private static final int ANSWERS = 500;

    private final int late;
    private int answers;
    private long reached = -1;
    private long best;
    private long found;
    private long othersBest;
    private long othersFound;

    Arrival(int late) {
        this.late = late;
    }

    @Override
    public void saw(long decision, int said, int bestAction, double[] acceptance, int count) {
        if (count <= late) {
            return;
        }
        if (answers >= ANSWERS) {
            reached = reached < 0 ? decision : reached;
            if (bestAction == late) {
                best++;
                found += said == late ? 1 : 0;
            } else {
                othersBest++;
                othersFound += said == bestAction ? 1 : 0;
            }
        }
        answers += said == late ? 1 : 0;
    }

    /** 1 when the new action is found as often as the others are where they are the best; NaN when it got too few answers. */
    double ratio() {
        return best == 0 || othersFound == 0
                ? Double.NaN
                : (found / (double) best) / (othersFound / (double) othersBest);
    }
}
