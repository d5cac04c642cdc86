package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The actions' beliefs as decisions read them: the experts folded into one mean and one variance per weight, so that a
 * score is one sum of products. A row is a feature, a column an action, so that scoring a thousand actions runs along
 * memory.
 *
 * <p>The mixture's weights move with every answer, and folding a thousand actions anew each time would cost a hundred
 * times what learning costs. So the actions take turns: each answer pays for {@link #TURN} features, and an action whose
 * turn comes is folded anew with the weights of that moment. It keeps these weights until its next turn and uses them for
 * all parts of its score. The turns hang on the log alone, so they are the same in every replay.
 *
 * <p>Each cell is a function of the action's own beliefs and its weights: only the weights and whose turn it is are
 * stored, the cells are computed.
 */
final class MixedBeliefs {

    /** Features folded anew per answer; part of the stored format. */
    static final int TURN = 256;

    private final FeatureSpace space;
    private final Priors priors;
    private final int experts;
    private final List<ActionModel> actions = new ArrayList<>();
    private double[][] mean = new double[64][];
    private double[][] spread = new double[64][];
    private int features;
    private int width = 16;

    /** Per action: weights of the experts, the start as they see it, slope and offset of the calibration, answers. */
    private double[] weight;

    private double[] start = new double[width];
    private double[] slope = new double[width];
    private double[] offset = new double[width];
    private long[] answers = new long[width];

    private int next;
    private int credit;

    MixedBeliefs(EngineSettings settings, FeatureSpace space, Priors priors) {
        this.space = space;
        this.priors = priors;
        experts = settings.experts().size();
        weight = new double[width * experts];
    }

    int slots() {
        return actions.size();
    }

    double start(int slot) {
        return start[slot];
    }

    double slope(int slot) {
        return slope[slot];
    }

    double offset(int slot) {
        return offset[slot];
    }

    long answers(int slot) {
        return answers[slot];
    }

    /** All actions' weights, those of one action from slot times experts on. */
    double[] weights() {
        return weight;
    }

    /** A new column. */
    void add(ActionModel action) {
        if (action.slot != actions.size()) {
            throw new IllegalStateException("Action " + action.slot + " comes out of turn");
        }
        if (action.slot == width) {
            widen();
        }
        actions.add(action);
        fold(action);
        follow(action);
    }

    /** Makes rows for features up to a number. */
    void know(int known) {
        if (known > mean.length) {
            int room = Math.max(known, 2 * mean.length);
            mean = Arrays.copyOf(mean, room);
            spread = Arrays.copyOf(spread, room);
        }
        for (; features < known; features++) {
            mean[features] = new double[width];
            spread[features] = new double[width];
            for (ActionModel action : actions) {
                fold(action, features);
            }
        }
    }

    /** A bin was cut in two: the new half starts as a copy. */
    void split(int oldFeature, int newFeature) {
        know(newFeature + 1);
        mean[newFeature] = mean[oldFeature].clone();
        spread[newFeature] = spread[oldFeature].clone();
    }

    /** Takes over what an action has just learned about the features of a situation, and its calibration. */
    void learned(ActionModel action, Encoded x) {
        for (int i = 0; i < x.size; i++) {
            fold(action, x.feature[i]);
        }
        follow(action);
    }

    /** Gives the actions whose turn it is the mixture's present weights. */
    void turn(double[] present) {
        credit += TURN;
        for (int turns = 0; credit >= features && turns < actions.size(); turns++) {
            ActionModel action = actions.get(next);
            System.arraycopy(present, 0, action.weight, 0, experts);
            fold(action);
            next = (next + 1) % actions.size();
            credit -= features;
        }
        credit = Math.min(credit, features);
    }

    private void fold(ActionModel action) {
        System.arraycopy(action.weight, 0, weight, action.slot * experts, experts);
        double mixed = 0;
        for (int e = 0; e < experts; e++) {
            mixed += action.weight[e] * action.start[e];
        }
        start[action.slot] = mixed;
        for (int feature = 0; feature < features; feature++) {
            fold(action, feature);
        }
    }

    private void fold(ActionModel action, int feature) {
        mean[feature][action.slot] = action.node.mixedMean(feature, action.weight);
        spread[feature][action.slot] = action.node.mixedSpread(feature, action.weight);
    }

    private void follow(ActionModel action) {
        slope[action.slot] = action.calibration.slope();
        offset[action.slot] = action.calibration.offset();
        answers[action.slot] = action.node.answers;
    }

    private void widen() {
        width *= 2;
        for (int feature = 0; feature < features; feature++) {
            mean[feature] = Arrays.copyOf(mean[feature], width);
            spread[feature] = Arrays.copyOf(spread[feature], width);
        }
        weight = Arrays.copyOf(weight, width * experts);
        start = Arrays.copyOf(start, width);
        slope = Arrays.copyOf(slope, width);
        offset = Arrays.copyOf(offset, width);
        answers = Arrays.copyOf(answers, width);
    }

    /** What one action adds by itself for the i-th feature of a situation. */
    double part(int slot, Encoded x, int i) {
        return mean[x.feature[i]][slot] * x.value[i];
    }

    /** Own score of one action: the same sum, in the same order, as {@link #sumAll}. */
    double sum(int slot, Encoded x) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            sum += mean[x.feature[i]][slot] * x.value[i];
        }
        return sum;
    }

    /** Variance of {@link #sum}. */
    double sumSpread(int slot, Encoded x) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            sum += spread[x.feature[i]][slot] * (x.value[i] * x.value[i]);
        }
        return sum;
    }

    /** Variance of the own score of an action nobody has answered about. */
    double blankSpread(Encoded x, double[] present) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            double[] prior = priors.of(x.feature[i], space.kind(x.feature[i]));
            double mixed = 0;
            for (int e = 0; e < experts; e++) {
                mixed += present[e] * prior[e];
            }
            sum += mixed * (x.value[i] * x.value[i]);
        }
        return sum;
    }

    /** Own scores and variances of all actions, by slot. */
    void sumAll(Encoded x, double[] scores, double[] spreads) {
        int n = actions.size();
        Arrays.fill(scores, 0, n, 0);
        Arrays.fill(spreads, 0, n, 0);
        int i = 0;
        for (; i + 3 < x.size; i += 4) {
            double a = x.value[i];
            double b = x.value[i + 1];
            double c = x.value[i + 2];
            double d = x.value[i + 3];
            int[] f = x.feature;
            add(scores, n, mean[f[i]], a, mean[f[i + 1]], b, mean[f[i + 2]], c, mean[f[i + 3]], d);
            add(
                    spreads,
                    n,
                    spread[f[i]],
                    a * a,
                    spread[f[i + 1]],
                    b * b,
                    spread[f[i + 2]],
                    c * c,
                    spread[f[i + 3]],
                    d * d);
        }
        for (; i < x.size; i++) {
            add(scores, n, mean[x.feature[i]], x.value[i]);
            add(spreads, n, spread[x.feature[i]], x.value[i] * x.value[i]);
        }
    }

    /** Own scores and variances of some actions, by their place among the candidates; 0 for those without a slot. */
    void sumSome(Encoded x, int[] slotOf, int[] candidates, int count, double[] scores, double[] spreads) {
        for (int k = 0; k < count; k++) {
            int slot = slotOf[candidates[k]];
            scores[k] = slot < 0 ? 0 : sum(slot, x);
            spreads[k] = slot < 0 ? 0 : sumSpread(slot, x);
        }
    }

    /** Four rows at a time, one after the other: the sums are those of single rows, with a quarter of the stores. */
    private static void add(
            double[] sums,
            int n,
            double[] a,
            double va,
            double[] b,
            double vb,
            double[] c,
            double vc,
            double[] d,
            double vd) {
        for (int s = 0; s < n; s++) {
            sums[s] = sums[s] + a[s] * va + b[s] * vb + c[s] * vc + d[s] * vd;
        }
    }

    private static void add(double[] sums, int n, double[] a, double va) {
        for (int s = 0; s < n; s++) {
            sums[s] += a[s] * va;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(next);
        out.writeInt(credit);
    }

    void readFrom(DataInput in) throws IOException {
        next = in.readInt();
        credit = in.readInt();
    }
}
