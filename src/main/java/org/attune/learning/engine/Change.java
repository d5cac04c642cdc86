package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;

/**
 * Notices that the world has changed, and says which actions to learn anew. One action is renewed when its {@link Doubt}
 * passes {@value #STRONG} nats and the logarithm of the number of actions, which all have a chance to pass by accident. A
 * change rarely comes alone: for a while after such an alarm that logarithm by itself is enough for the others; and when a
 * second action is caught, those that are hardly ever said any more are renewed, too. What made them poor was learned before
 * the change, and nothing that is still said could tell that it no longer holds.
 *
 * <p>All numbers here are part of the stored format; how they were chosen: docs/decisions/0079 and 0102.
 */
final class Change {

    private static final double STRONG = 4;

    /** Fewer actions than this, e^3, are treated as so many. */
    private static final int FEW = 20;

    /** How long after an alarm others are expected, in answers that the engine has learned. */
    private static final long WHILE = 3_000;

    /** Answers an action must have before it is doubted. */
    private static final long YOUNG = 50;

    /** Below this part of an even share of the last answers an action counts as hardly ever said. */
    private static final double SELDOM = 0.5;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private long strong = NEVER;
    private long caught = NEVER;

    /**
     * Hears an answer about an action, as it was predicted before it was learned.
     *
     * @param score the action's uncalibrated score
     * @param own the part of it that was learned about the action alone
     * @param now answers that the engine has learned
     * @return whether the action is to be learned anew from this answer on; then it and all that go with it are as before
     *     their first answer
     */
    boolean hear(ActionModel action, double score, double own, boolean accepted, long now, Levels levels) {
        action.doubt.count(now);
        if (action.node.answers < YOUNG) {
            return false;
        }
        action.doubt.hear(score, own, action.calibration, accepted);
        if (!tooMuch(action.doubt.sum(), levels.actions().size(), now)) {
            return false;
        }
        levels.renew(action);
        if (second(now)) {
            Collection<ActionModel> all = levels.actions().values();
            for (ActionModel other : all) {
                if (other != action && seldom(other, all.size(), now)) {
                    levels.renew(other);
                }
            }
        }
        return true;
    }

    private boolean tooMuch(double doubt, int actions, long now) {
        double weak = StrictMath.log(Math.max(FEW, actions));
        if (doubt > STRONG + weak) {
            strong = now;
            return true;
        }
        return doubt > weak && now - strong < WHILE;
    }

    private boolean second(long now) {
        boolean second = now - caught <= WHILE;
        caught = second ? NEVER : now;
        return second;
    }

    private static boolean seldom(ActionModel action, int actions, long now) {
        return action.node.answers >= YOUNG && action.doubt.recent(now) * actions < SELDOM;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(strong);
        out.writeLong(caught);
    }

    void readFrom(DataInput in) throws IOException {
        strong = in.readLong();
        caught = in.readLong();
    }
}
