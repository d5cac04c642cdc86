package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The actions' beliefs as decisions read them: the experts folded into one mean and one variance per weight, so that a
 * score is one sum of products. A row is a feature, a column an action.
 *
 * <p>The mixture's weights move with every answer, and folding a thousand actions anew each time would cost a hundred
 * times what learning costs. So the actions take turns: each answer pays for some 64 features, and an action whose
 * turn comes is folded anew with the weights of that moment. It keeps these weights until its next turn and uses them for
 * all parts of its score. The turns hang on the log alone, so they are the same in every replay.
 *
 * <p>Each cell is a function of the action's own beliefs and its weights: only the weights and whose turn it is are
 * stored, the cells are computed.
 */
final class MixedBeliefs {

    /** Features folded anew per answer, of a single action; part of the stored format, as is the next. */
    private static final int TURN = 64;

    /** With so many actions folding one costs twice as much: its column is spread over more memory. */
    private static final int CROWD = 256;

    private final Features known;
    private final Priors priors;
    private final int experts;
    private final List<ActionModel> actions = new ArrayList<>();
    private final Stale<ActionModel> stale = new Stale<>();
    private int room = 16;
    private final Rows mean = new Rows(room);
    private final Rows spread = new Rows(room);

    /** Per action: weights of the experts and trust in them, the start as they see it, the calibration, answers. */
    private double[] weight;

    private double[] trust;

    private double[] start = new double[room];
    private double[] slope = new double[room];
    private double[] offset = new double[room];
    private long[] answers = new long[room];
    private long[] born = new long[room];
    private boolean[] alone = new boolean[room];

    private int next;
    private int credit;

    MixedBeliefs(EngineSettings settings, Features known, Priors priors) {
        this.known = known;
        this.priors = priors;
        experts = settings.experts().size();
        weight = new double[room * experts];
        trust = new double[room * experts];
    }

    /** A mean for each feature and action. */
    Rows means() {
        return mean;
    }

    /** A variance for each feature and action. */
    Rows spreads() {
        return spread;
    }

    /** Actions there are. */
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

    /** Answers by which its exploration is narrowed, see {@link Newcomer}. */
    long settled(int slot, long now) {
        return Newcomer.settled(answers[slot], born[slot], now);
    }

    /** Whether it is its group's only child. */
    boolean alone(int slot) {
        return alone[slot];
    }

    /** All actions' weights, those of one action from slot times experts on. */
    double[] weights() {
        return weight;
    }

    /** All actions' trust in the experts, as {@link #weights}. */
    double[] trusts() {
        return trust;
    }

    /** Takes over all that an action believes. */
    void renew(ActionModel action) {
        fold(action);
        follow(action);
    }

    /** A new column. */
    void add(ActionModel action) {
        if (action.slot != actions.size()) {
            throw new IllegalStateException("Action " + action.slot + " comes out of turn");
        }
        if (action.slot == room) {
            widen();
        }
        actions.add(action);
        stale.add(action);
        fold(action);
        follow(action);
    }

    /** Makes rows for features up to a number. */
    void know(int features) {
        while (mean.known() < features) {
            mean.add();
            spread.add();
            for (ActionModel action : actions) {
                fold(action, mean.known() - 1);
            }
        }
    }

    /** A bin was cut in two: the new half starts as a copy. */
    void split(int oldFeature, int newFeature) {
        settle();
        know(newFeature + 1);
        mean.copy(oldFeature, newFeature);
        spread.copy(oldFeature, newFeature);
    }

    /** An action has just learned: {@link #settle} takes its weights over, its calibration counts at once. */
    void learned(ActionModel action, Encoded x) {
        if (!action.node.alone) {
            stale.learned(action.slot, action.node.first(), x);
        }
        follow(action);
    }

    /** Takes over what the actions have learned. */
    void settle() {
        stale.settle(this::fold);
    }

    /** Gives the actions whose turn it is the mixture's present weights. */
    void turn(Mixture present) {
        int features = mean.known();
        int cost = features + (int) ((long) features * actions.size() / CROWD);
        credit += TURN;
        for (int turns = 0; credit >= cost && turns < actions.size(); turns++) {
            ActionModel action = actions.get(next);
            System.arraycopy(present.weight, 0, action.weight, 0, experts);
            System.arraycopy(present.trust, 0, action.trust, 0, experts);
            take(action);
            if (!action.node.alone) {
                stale.all(action.slot, features);
            }
            next = (next + 1) % actions.size();
            credit -= cost;
        }
        credit = Math.min(credit, cost);
    }

    /** Takes over where an action starts. */
    void start(ActionModel action) {
        double mixed = 0;
        for (int e = 0; e < experts; e++) {
            mixed += action.weight[e] * action.start[e];
        }
        start[action.slot] = mixed;
    }

    private void take(ActionModel action) {
        System.arraycopy(action.weight, 0, weight, action.slot * experts, experts);
        System.arraycopy(action.trust, 0, trust, action.slot * experts, experts);
        start(action);
    }

    private void fold(ActionModel action) {
        take(action);
        if (action.node.alone) {
            return; // its cells have never been anything but zero
        }
        for (int feature = 0; feature < mean.known(); feature++) {
            fold(action, feature);
        }
    }

    private void fold(ActionModel action, int feature) {
        mean.set(feature, action.slot, action.node.mixedMean(feature, action.weight));
        spread.set(feature, action.slot, action.node.mixedSpread(feature, action.trust));
    }

    private void follow(ActionModel action) {
        slope[action.slot] = action.calibration.slope();
        offset[action.slot] = action.calibration.offset();
        answers[action.slot] = action.node.answers;
        born[action.slot] = action.born();
        alone[action.slot] = action.node.alone;
    }

    private void widen() {
        room *= 2;
        mean.widen(room);
        spread.widen(room);
        weight = Arrays.copyOf(weight, room * experts);
        trust = Arrays.copyOf(trust, room * experts);
        start = Arrays.copyOf(start, room);
        slope = Arrays.copyOf(slope, room);
        offset = Arrays.copyOf(offset, room);
        answers = Arrays.copyOf(answers, room);
        born = Arrays.copyOf(born, room);
        alone = Arrays.copyOf(alone, room);
    }

    /** Own score of one action. */
    double sum(int slot, Encoded x) {
        return mean.sum(x, slot);
    }

    /** Variance of {@link #sum}. */
    double sumSpread(int slot, Encoded x) {
        return spread.sumSquared(x, slot);
    }

    /** Own scores and variances of all actions, by slot. */
    void sumAll(Encoded x, double[] scores, double[] spreads) {
        mean.sum(x, scores, actions.size());
        spread.sumSquared(x, spreads, actions.size());
    }

    /** Variance of the own score of an action nobody has answered about. */
    double blankSpread(Encoded x, double[] present) {
        double sum = 0;
        for (int i = 0; i < x.size; i++) {
            double[] prior = priors.of(x.feature[i], known.kind(x.feature[i]));
            double mixed = 0;
            for (int e = 0; e < experts; e++) {
                mixed += present[e] * prior[e];
            }
            sum += mixed * x.square[i];
        }
        return sum;
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
