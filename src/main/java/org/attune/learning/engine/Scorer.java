package org.attune.learning.engine;

import java.util.Arrays;

/**
 * The one definition of a score: with the mixture's weights as they stood at the action's last turn,
 *
 * <pre>   mixed = sum of weight(e) * (start(e) + global(e) + issue(e) + group(e)) + sum of the action's folded features
 *   logit = slope * mixed + offset</pre>
 *
 * always summed in the same order, for one action and for a thousand.
 */
final class Scorer {

    /** With so many times fewer candidates than actions, candidates are summed one by one. */
    private static final int SPARSE = 32;

    private final Levels levels;
    private final Mixture mixture;
    private final EngineSettings settings;
    private final int experts;

    Scorer(EngineSettings settings, Levels levels, Mixture mixture) {
        this.settings = settings;
        this.levels = levels;
        this.mixture = mixture;
        experts = settings.experts().size();
    }

    /** Scores candidates of a roster. */
    void score(Roster roster, Roster.Places places, Encoded x, int[] candidates, int count, long now, Scores out) {
        MixedBeliefs mixed = levels.mixed();
        int slots = mixed.slots();
        SharedBeliefs shared = levels.shared();
        out.begin(roster.size(), roster.families(), slots, shared.columns(), 2 * experts);
        out.thompson = settings.thompson();
        shared.sum(x, out.levels);
        boolean all = (long) count * SPARSE >= slots;
        if (all) {
            mixed.sumAll(x, out.own, out.spread);
        }
        double blankSpread = -1;
        for (int k = 0; k < count; k++) {
            int index = candidates[k];
            int family = roster.family(index);
            int at = family * 2 * experts;
            if (out.first(family)) {
                share(places.issue[family], places.group[family], out, at);
            }
            int slot = places.slot[index];
            if (slot < 0) {
                blankSpread = blankSpread < 0 ? mixed.blankSpread(x, mixture.trust) : blankSpread;
                Node issue = shared.node(places.issue[family]);
                Node group = shared.node(places.group[family]);
                double start = blankStart(issue, group, roster.startingPropensity(index), x.score);
                finishBlank(start, out.shared, at, blankSpread, index, out);
            } else {
                double start = mixed.answers(slot) >= ColdStart.OPEN
                        ? mixed.start(slot)
                        : openStart(
                                slot,
                                shared.node(places.issue[family]),
                                shared.node(places.group[family]),
                                roster.startingPropensity(index),
                                x.score);
                double own = all ? out.own[slot] : mixed.sum(slot, x);
                double spread = all ? out.spread[slot] : mixed.sumSpread(slot, x);
                if (mixed.alone(slot)) {
                    Node issue = shared.node(places.issue[family]);
                    spread = aboveSpread(issue, shared.node(places.group[family]), slot, x, now, out.shared, at);
                }
                finish(slot, start, out.shared, at, own, spread, now, index, out);
            }
        }
    }

    /** Scores one action by itself, under number 0. */
    void score(ModelPath path, double startingPropensity, Encoded x, long now, Scores out) {
        out.begin(1, 1, 0, 0, 2 * experts);
        out.thompson = settings.thompson();
        Node issue = levels.issue(path);
        Node group = levels.group(path);
        shareScores(issue, group, x, now, out.shared, 0);
        MixedBeliefs mixed = levels.mixed();
        int slot = levels.action(path).slot;
        if (slot >= 0) {
            double start = mixed.answers(slot) >= ColdStart.OPEN
                    ? mixed.start(slot)
                    : openStart(slot, issue, group, startingPropensity, x.score);
            double spread = mixed.alone(slot)
                    ? aboveSpread(issue, group, slot, x, now, out.shared, 0)
                    : mixed.sumSpread(slot, x);
            finish(slot, start, out.shared, 0, mixed.sum(slot, x), spread, now, 0, out);
        } else {
            Numbers.checkPropensity(startingPropensity);
            double start = blankStart(issue, group, startingPropensity, x.score);
            finishBlank(start, out.shared, 0, mixed.blankSpread(x, mixture.trust), 0, out);
        }
    }

    /** What {@link #shareScores} writes, from the sums over all levels. */
    private void share(int issue, int group, Scores out, int at) {
        int ofIssue = issue * experts;
        int ofGroup = group * experts;
        for (int e = 0; e < experts; e++) {
            out.shared[at + e] = out.levels[e] + out.levels[ofIssue + e] + out.levels[ofGroup + e];
        }
    }

    /**
     * What an only child explores: it believes nothing by itself, so the uncertainty is that of the lowest level above it that
     * is no only child. Writes behind the shared scores.
     */
    private double aboveSpread(Node issue, Node group, int slot, Encoded x, long now, double[] shared, int at) {
        Node above = !group.alone ? group : issue.alone ? levels.global() : issue;
        int from = x.shared(above, now) + experts;
        System.arraycopy(x.sharedScores(), from, shared, at + experts, experts);
        if (above.number == SharedBeliefs.GLOBAL) {
            levels.beyond().addVariances(x, shared, at + experts);
        }
        return mix(levels.mixed().trusts(), slot * experts, shared, at + experts);
    }

    private void shareScores(Node issue, Node group, Encoded x, long now, double[] shared, int at) {
        int ofGlobal = x.shared(levels.global(), now);
        int ofIssue = x.shared(issue, now);
        int ofGroup = x.shared(group, now);
        double[] scores = x.sharedScores();
        for (int e = 0; e < experts; e++) {
            shared[at + e] = scores[ofGlobal + e] + scores[ofIssue + e] + scores[ofGroup + e];
        }
    }

    private double blankStart(Node issue, Node group, double startingPropensity, double[] scratch) {
        levels.start(issue, group, startingPropensity, scratch);
        return mix(mixture.weight, 0, scratch, 0);
    }

    /** Where an action with few answers starts just now. */
    private double openStart(int slot, Node issue, Node group, double startingPropensity, double[] scratch) {
        levels.start(issue, group, startingPropensity, scratch);
        return mix(levels.mixed().weights(), slot * experts, scratch, 0);
    }

    private void finish(
            int slot,
            double start,
            double[] shared,
            int at,
            double own,
            double spread,
            long now,
            int index,
            Scores out) {
        MixedBeliefs mixed = levels.mixed();
        double score = mix(mixed.weights(), slot * experts, shared, at);
        double slope = mixed.slope(slot);
        double logit = Calibration.apply(slope, mixed.offset(slot), start + score + own);
        out.logit[index] = logit;
        out.propensity[index] = Numbers.sigmoid(logit);
        out.variance[index] = spread * slope * slope;
        out.evidence[index] = mixed.answers(slot);
        out.settled[index] = mixed.settled(slot, now);
    }

    /** Nothing has been learned about the action alone: its own score is 0 and it is not calibrated. */
    private void finishBlank(double start, double[] shared, int at, double spread, int index, Scores out) {
        double logit = Calibration.apply(1, 0, start + mix(mixture.weight, 0, shared, at));
        out.logit[index] = logit;
        out.propensity[index] = Numbers.sigmoid(logit);
        out.variance[index] = spread;
        out.evidence[index] = 0;
        out.settled[index] = 0;
    }

    private double mix(double[] weight, int from, double[] values, int at) {
        double sum = 0;
        for (int e = 0; e < experts; e++) {
            sum += weight[from + e] * values[at + e];
        }
        return sum;
    }

    /** The uncalibrated score of an action that has answers; own is what it says by itself. */
    double mixed(ActionModel action, Node[] shared, Encoded x, double own, long now) {
        MixedBeliefs mixed = levels.mixed();
        double[] sums = new double[experts];
        shareScores(shared[1], shared[2], x, now, sums, 0);
        return mixed.start(action.slot) + mix(mixed.weights(), action.slot * experts, sums, 0) + own;
    }

    /** What each predictor adds to the calibrated logit. */
    double[] contributions(Encoded x, ActionModel action, Node[] shared, int predictors) {
        double[] sum = new double[predictors];
        double slope = action.calibration.slope();
        double[] weight = action.slot < 0 ? mixture.weight : action.weight;
        double[] parts = new double[experts];
        for (int i = 0; i < x.size; i++) {
            if (x.predictor[i] >= 0) {
                Arrays.fill(parts, 0);
                for (Node node : shared) {
                    node.addParts(x, i, parts);
                }
                double mixed = action.slot < 0 ? 0 : action.node.mixedMean(x.feature[i], weight) * x.value[i];
                for (int e = 0; e < experts; e++) {
                    mixed += weight[e] * parts[e];
                }
                sum[x.predictor[i]] += slope * mixed;
            }
        }
        levels.beyond().contribute(x, weight, slope, sum);
        return sum;
    }
}
