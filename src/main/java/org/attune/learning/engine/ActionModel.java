package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What belongs to one action alone: its weights, where it started, its calibration, its usual contributions, its health. */
final class ActionModel {

    /** Contributions after which their running mean forgets at a constant rate, and from which on only a part is counted. */
    private static final long MEAN_WINDOW = 500;

    /** That part: what is usual among four times as many answers hardly moves with one. Part of the stored format. */
    private static final long EVERY = 4;

    final Node node;

    /** Its column in {@link MixedBeliefs}. */
    final int slot;

    /** Per expert: what makes the context-free score start at the smoothed starting propensity. */
    final double[] start;

    /** The mixture's weights as they stood at this action's last turn: by these its beliefs are mixed. */
    final double[] weight;

    /** How far the experts were trusted then: by this their uncertainties are mixed. */
    final double[] trust;

    /** Number of the group it was first answered in. */
    private int home;

    /** Answers that the engine had learned when the first about this action came. */
    private long born;

    final Calibration calibration;
    final Doubt doubt = new Doubt();
    final HealthCounter health = new HealthCounter();
    private double[] usual = {};

    ActionModel(Node node, int slot, int home, long born, double[] start, Mixture mixture, Calibration calibration) {
        this.node = node;
        this.slot = slot;
        this.home = home;
        this.born = born;
        this.start = start;
        weight = mixture.weight.clone();
        trust = mixture.trust.clone();
        this.calibration = calibration;
    }

    /** Forgets what was learned about this action alone; what happened stays counted. */
    void renew() {
        node.forget();
        calibration.renew();
        usual = new double[0];
        doubt.settle();
    }

    ModelHealth health() {
        return health.health(doubt.renewals(), doubt.renewals() == 0 ? 0 : node.answers);
    }

    int home() {
        return home;
    }

    long born() {
        return born;
    }

    /** Running mean of a predictor's contribution among those who answered about this action. */
    double usual(int predictor) {
        return predictor < usual.length ? usual[predictor] : 0;
    }

    /** Whether the contributions of the answer that was counted last are to be. */
    boolean countsContributions() {
        return node.answers <= MEAN_WINDOW || node.answers % EVERY == 0;
    }

    void countContributions(double[] contributions) {
        if (usual.length < contributions.length) {
            usual = Arrays.copyOf(usual, contributions.length);
        }
        double rate = 1.0 / Math.min(node.answers, MEAN_WINDOW);
        for (int i = 0; i < contributions.length; i++) {
            usual[i] += rate * (contributions[i] - usual[i]);
        }
    }

    void write(DataOutput out) throws IOException {
        node.write(out);
        out.writeInt(home);
        out.writeLong(born);
        for (double s : start) {
            out.writeDouble(s);
        }
        for (int e = 0; e < weight.length; e++) {
            out.writeDouble(weight[e]);
            out.writeDouble(trust[e]);
        }
        calibration.write(out);
        doubt.write(out);
        health.write(out);
        out.writeInt(usual.length);
        for (double u : usual) {
            out.writeDouble(u);
        }
    }

    ActionModel readFrom(DataInput in) throws IOException {
        node.readFrom(in);
        home = in.readInt();
        born = in.readLong();
        for (int e = 0; e < start.length; e++) {
            start[e] = in.readDouble();
        }
        for (int e = 0; e < weight.length; e++) {
            weight[e] = in.readDouble();
            trust[e] = in.readDouble();
        }
        calibration.readFrom(in);
        doubt.readFrom(in);
        health.readFrom(in);
        usual = new double[in.readInt()];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = in.readDouble();
        }
        return this;
    }
}
