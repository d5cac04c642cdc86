package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far the answers speak against what was learned about one action alone: the cumulative sum test (Page 1954) of the
 * log-likelihood ratio between a model that believes half of it and the model as it is. While it holds, each answer takes
 * something off the sum, which never falls below 0; when it holds no longer, the sum rises by what each answer tells, less an
 * allowance.
 *
 * <p>Which sum is too much says {@link Change}.
 */
final class Doubt {

    /** How much of what was learned the other model believes; of 0, .3, .5 and .7 the one that told changes soonest. */
    private static final double HALF = 0.5;

    /** One answer tells no more than this, in nats: a single surprise is no change. */
    private static final double MOST = 2;

    /**
     * Taken off at each answer: a model is always a little wrong, which adds up over thousands of answers and is no change; a
     * change speaks within hundreds.
     */
    private static final double ALLOWANCE = 0.01;

    /** Answers over which {@link #recent} reaches. */
    private static final double LATELY = 2_000;

    private double sum;
    private double recent;
    private long last;

    /** How often the action was learned anew. */
    private long renewals;

    /** There was an answer about the action; now is how many the engine has learned. */
    void count(long now) {
        recent = recent(now) + 1 / LATELY;
        last = now;
    }

    /** Weighs an answer, see {@link Change#hear}. */
    void hear(double score, double own, Calibration calibration, boolean accepted) {
        double asItIs = Numbers.logLoss(calibration.apply(score), accepted);
        double doubting = Numbers.logLoss(calibration.apply(score - (1 - HALF) * own), accepted);
        sum = Math.max(0, sum + Numbers.clamp(asItIs - doubting, -MOST, MOST) - ALLOWANCE);
    }

    /** The evidence against, in nats, 0 or more. */
    double sum() {
        return sum;
    }

    /** The action's share of the engine's last answers, 0 to 1, about. */
    double recent(long now) {
        return recent * StrictMath.exp((last - now) / LATELY);
    }

    long renewals() {
        return renewals;
    }

    /** The action is learned anew: nothing speaks against what is not believed. */
    void settle() {
        sum = 0;
        renewals++;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(sum);
        out.writeDouble(recent);
        out.writeLong(last);
        out.writeLong(renewals);
    }

    void readFrom(DataInput in) throws IOException {
        sum = in.readDouble();
        recent = in.readDouble();
        last = in.readLong();
        renewals = in.readLong();
    }
}
