package org.attune.simulation.engine;

import java.util.Arrays;
import java.util.List;
import org.attune.arbitration.engine.Draws;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would have earned, from a log that another policy wrote: inverse propensity scoring (Horvitz and Thompson 1952; Bottou
 * and others 2013), self-normalised (Swaminathan and Joachims 2015), doubly robust (Dudik, Langford, Li 2011). The logged probability
 * is taken over both arms, the balance heuristic for several loggers (Agarwal, Basu, Schnabel, Joachims 2017), so that the control
 * group's random lists lend their support to every policy. Intervals: percentile bootstrap over customers (Efron 1979; Field and Welsh
 * 2007), seeded.
 */
public final class OffPolicy {
    /** Fewer effective decisions than this allow no verdict. */
    public static final double ENOUGH = 200;

    /** Fewer effective rewarded decisions than this allow none either: the bootstrap does not know what it has not seen. */
    public static final double ENOUGH_REWARDS = 10;

    /** With more than this share outside what the log could have done there is no verdict. */
    public static final double OUTSIDE = 0.05;

    /** What the log did less often than this at such moments counts as outside of what it could have done. */
    public static final double SEEN = 1e-4;

    private OffPolicy() {}

    /** An estimate with its 95 % interval. */
    public record Estimate(double value, double low, double high) {
        /** Whether a value lies in the interval. */
        public boolean holds(double truth) {
            return low <= truth && truth <= high;
        }
    }

    /** One policy's mean reward a decision, by three ways. */
    public record Value(Estimate ips, Estimate selfNormalised, Estimate doublyRobust) {}

    /**
     * How much the log knows about a policy.
     *
     * @param effective Kish's effective number of decisions, (sum of weights)^2 / sum of squared weights
     * @param effectiveRewards the same over decisions with a reward
     * @param largestWeight the largest weight: how often one decision counts
     * @param meanWeight 1 when the log could have done all the policy does, up to chance
     * @param outside share of the policy's choices that the log could not have made
     */
    public record Support(
            double effective, double effectiveRewards, double largestWeight, double meanWeight, double outside) {}

    /** Why no verdict is given. */
    public enum Refusal {
        TOO_FEW,
        TOO_FEW_REWARDS,
        OUTSIDE
    }

    /**
     * Candidate against reference.
     *
     * @param difference candidate - reference, on the same decisions and in the same resamples
     * @param refusal null when a verdict may be given
     */
    public record Comparison(
            int decisions,
            int customers,
            Value candidate,
            Value reference,
            Value difference,
            Support support,
            Support referenceSupport,
            @Nullable Refusal refusal) {

        /** 1 when the candidate is better, -1 when worse, 0 when the interval holds zero or no verdict may be given. */
        public int verdict() {
            Estimate found = difference.doublyRobust;
            return refusal != null ? 0 : found.low > 0 ? 1 : found.high < 0 ? -1 : 0;
        }
    }

    /**
     * Compares two policies on a log.
     *
     * @param resamples of the bootstrap, some hundreds or more
     * @param seed the same seed gives the same intervals
     * @throws IllegalArgumentException nothing logged, or a logged probability of 0 or less
     */
    public static Comparison compare(List<Choice> log, int resamples, long seed) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("nothing logged");
        }
        Totals totals = new Totals(log);
        double[] point = totals.estimates(totals.all());
        double[][] drawn = new double[point.length][resamples];
        Draws draws = new Draws(seed);
        for (int b = 0; b < resamples; b++) {
            double[] estimates = totals.estimates(totals.resample(draws));
            for (int i = 0; i < estimates.length; i++) {
                drawn[i][b] = estimates[i];
            }
        }
        Estimate[] found = new Estimate[point.length];
        for (int i = 0; i < found.length; i++) {
            Arrays.sort(drawn[i]);
            found[i] = new Estimate(point[i], quantile(drawn[i], 0.025), quantile(drawn[i], 0.975));
        }
        Support candidate = support(log, true);
        return new Comparison(
                log.size(),
                totals.customers(),
                new Value(found[0], found[1], found[2]),
                new Value(found[3], found[4], found[5]),
                new Value(found[6], found[7], found[8]),
                candidate,
                support(log, false),
                refusal(candidate));
    }

    private static @Nullable Refusal refusal(Support support) {
        if (support.outside > OUTSIDE) {
            return Refusal.OUTSIDE;
        }
        if (!(support.effective >= ENOUGH)) {
            return Refusal.TOO_FEW;
        }
        return support.effectiveRewards >= ENOUGH_REWARDS ? null : Refusal.TOO_FEW_REWARDS;
    }

    private static Support support(List<Choice> log, boolean candidate) {
        double sum = 0;
        double squares = 0;
        double rewards = 0;
        double rewardSquares = 0;
        double largest = 0;
        double outside = 0;
        for (Choice each : log) {
            Choice.Target target = candidate ? each.candidate() : each.reference();
            double weight = target.weight(each.logged()) + target.silent();
            sum += weight;
            squares += weight * weight;
            if (each.reward() > 0) {
                rewards += weight;
                rewardSquares += weight * weight;
            }
            largest = Math.max(largest, weight);
            outside += target.outside();
        }
        int n = log.size();
        return new Support(
                squares > 0 ? sum * sum / squares : 0,
                rewardSquares > 0 ? rewards * rewards / rewardSquares : 0,
                largest,
                sum / n,
                outside / n);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Per customer: decisions, then for both policies the sums of weights (silence included), weighted rewards and doubly robust terms. */
    private static final class Totals {
        private static final int WIDTH = 7;

        private final double[] sums;
        private final int customers;

        Totals(List<Choice> log) {
            int most = 0;
            for (Choice each : log) {
                most = Math.max(most, each.customer());
            }
            double[] wide = new double[(most + 1) * WIDTH];
            for (Choice each : log) {
                if (!(each.logged() > 0)) {
                    throw new IllegalArgumentException("logged probability " + each.logged());
                }
                int at = each.customer() * WIDTH;
                wide[at]++;
                add(wide, at + 1, each, each.candidate());
                add(wide, at + 4, each, each.reference());
            }
            int kept = 0;
            for (int i = 0; i <= most; i++) {
                if (wide[i * WIDTH] > 0) {
                    System.arraycopy(wide, i * WIDTH, wide, kept++ * WIDTH, WIDTH);
                }
            }
            sums = wide;
            customers = kept;
        }

        private static void add(double[] sums, int at, Choice each, Choice.Target target) {
            double weight = target.weight(each.logged());
            sums[at] += weight + target.silent();
            sums[at + 1] += weight * each.reward();
            sums[at + 2] += target.expected() + weight * (each.reward() - each.expected());
        }

        int customers() {
            return customers;
        }

        double[] all() {
            double[] total = new double[WIDTH];
            for (int i = 0; i < customers; i++) {
                plus(total, i);
            }
            return total;
        }

        double[] resample(Draws draws) {
            double[] total = new double[WIDTH];
            for (int i = 0; i < customers; i++) {
                plus(total, draws.below(customers));
            }
            return total;
        }

        private void plus(double[] total, int customer) {
            int at = customer * WIDTH;
            for (int j = 0; j < WIDTH; j++) {
                total[j] += sums[at + j];
            }
        }

        double[] estimates(double[] total) {
            double n = total[0];
            double[] found = new double[9];
            for (int policy = 0; policy < 2; policy++) {
                int at = 1 + 3 * policy;
                found[3 * policy] = total[at + 1] / n;
                found[3 * policy + 1] = total[at] > 0 ? total[at + 1] / total[at] : 0;
                found[3 * policy + 2] = total[at + 2] / n;
            }
            for (int i = 0; i < 3; i++) {
                found[6 + i] = found[i] - found[3 + i];
            }
            return found;
        }
    }
}
