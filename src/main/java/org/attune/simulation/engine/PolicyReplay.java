package org.attune.simulation.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.attune.arbitration.engine.Draws;

/**
 * Judges policies on a log that somebody else's policy wrote. Each policy learns as it goes, one row after the other, and is
 * judged on a row before it learns from it.
 */
public final class PolicyReplay {

    /** Propensities this close to even ones are even. */
    private static final double EVEN = 1e-3;

    private final List<LoggedRow> rows;
    private final int actions;
    private final double least;
    private final double span;

    /**
     * @param actions how many there are
     * @throws IllegalArgumentException for an empty log, or an action that there is not
     */
    public PolicyReplay(List<LoggedRow> rows, int actions) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The log has no rows");
        }
        if (rows.stream().anyMatch(row -> row.action() < 0 || row.action() >= actions)) {
            throw new IllegalArgumentException("The log names an action that there is not");
        }
        this.rows = List.copyOf(rows);
        this.actions = actions;
        double low =
                Math.min(0, rows.stream().mapToDouble(LoggedRow::reward).min().orElse(0));
        double high =
                Math.max(1, rows.stream().mapToDouble(LoggedRow::reward).max().orElse(1));
        least = low;
        span = high - low;
    }

    /** Whether every action was as likely in every row: then a policy can be replayed without weights. */
    public boolean even() {
        return rows.stream().allMatch(row -> Math.abs(row.propensity() * actions - 1) < EVEN * actions);
    }

    /** Mean reward of the log itself. */
    public PolicyValue logged() {
        WeightedMean mean = new WeightedMean();
        rows.forEach(row -> mean.add(1, row.reward()));
        return mean.plain();
    }

    /** What always taking one action would be worth: self-normalised inverse propensities. */
    public PolicyValue constant(int action) {
        WeightedMean mean = new WeightedMean();
        long matched = 0;
        for (LoggedRow row : rows) {
            if (row.action() == action) {
                mean.add(1 / row.propensity(), row.reward());
                matched++;
            }
        }
        return mean.normalised(matched);
    }

    /**
     * Replay with rejection (Li, Chu, Langford, Wang 2011), for even logs: a row counts, and is learned, only where the policy
     * draws the action that was logged. The policy meets the world as if it had been there.
     */
    public PolicyValue replay(Policy policy, long seed) {
        WeightedMean mean = new WeightedMean();
        long matched = 0;
        for (int i = 0; i < rows.size(); i++) {
            LoggedRow row = rows.get(i);
            double[] chance = policy.probabilities(i, row.context());
            if (drawn(chance, Draws.seed(seed, i)) == row.action()) {
                mean.add(1, row.reward());
                matched++;
                learn(policy, i, row, chance[row.action()]);
            }
        }
        return mean.normalised(matched);
    }

    /** Three estimates of one policy. */
    public record Estimates(PolicyValue ips, PolicyValue snips, PolicyValue doublyRobust) {}

    /**
     * For any log: each row is weighted by how much more likely the policy was to take the logged action than the log was. The
     * policy learns from every row.
     *
     * @param expected expected reward by action in a context, as known before the row was learned; for the doubly robust
     *     estimate (Dudik, Langford, Li 2011)
     */
    public Estimates weigh(Policy policy, BiFunction<Long, Map<String, Object>, double[]> expected) {
        WeightedMean weighted = new WeightedMean();
        WeightedMean robust = new WeightedMean();
        for (int i = 0; i < rows.size(); i++) {
            LoggedRow row = rows.get(i);
            double[] chance = policy.probabilities(i, row.context());
            double[] q = expected.apply((long) i, row.context());
            double w = chance[row.action()] / row.propensity();
            weighted.add(w, row.reward());
            double direct = 0;
            for (int a = 0; a < actions; a++) {
                direct += chance[a] * (least + span * q[a]);
            }
            robust.add(1, direct + w * (row.reward() - (least + span * q[row.action()])));
            learn(policy, i, row, row.propensity());
        }
        PolicyValue plain = weighted.plain();
        PolicyValue doubly = robust.plain();
        return new Estimates(
                plain,
                weighted.normalised(rows.size()),
                new PolicyValue(
                        doubly.value(), doubly.standardError(), plain.effective(), plain.heaviest(), rows.size()));
    }

    private void learn(Policy policy, int i, LoggedRow row, double propensity) {
        policy.learn(i, row.context(), row.action(), propensity, (row.reward() - least) / span);
    }

    private static int drawn(double[] chance, long seed) {
        double left = new Draws(seed).uniform() * Arrays.stream(chance).sum();
        int last = 0;
        for (int a = 0; a < chance.length; a++) {
            if (chance[a] > 0) {
                last = a;
                left -= chance[a];
                if (left < 0) {
                    return a;
                }
            }
        }
        return last;
    }
}
