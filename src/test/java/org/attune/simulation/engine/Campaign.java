package org.attune.simulation.engine;

import org.attune.arbitration.engine.Draws;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Lift.Verdict;
import org.jspecify.annotations.Nullable;

/** Conversations come in, with a planted effect or none, and somebody looks at the lift again and again. */
public final class Campaign {
    private final double base;
    private final double effect;
    private final double share;

    public Campaign(double base, double effect, double share) {
        this.base = base;
        this.effect = effect;
        this.share = share;
    }

    /**
     * What the looks said.
     *
     * @param hints whether one of them left out zero for who looks once
     * @param proven whether one of them left out zero for who looks always
     * @param atTheEnd whether the last one left out zero for who looks once
     * @param firstProven share of the conversations after which it was proven, 1 when never
     */
    public record Found(boolean hints, boolean proven, boolean atTheEnd, double firstProven) {}

    /** @param looks evenly spread over the conversations, the last at the end */
    public Found run(int conversations, int looks, long seed) {
        Draws draws = new Draws(seed);
        long[] units = new long[2];
        long[] yes = new long[2];
        boolean hints = false;
        boolean end = false;
        double proven = Double.POSITIVE_INFINITY;
        int done = 0;
        for (int look = 1; look <= looks; look++) {
            int until = (int) ((long) conversations * look / looks);
            for (; done < until; done++) {
                int arm = draws.uniform() < share ? 1 : 0;
                units[arm]++;
                yes[arm] += draws.uniform() < (arm == 1 ? base : base * (1 + effect)) ? 1 : 0;
            }
            Verdict verdict = verdict(Lift.of(yes[0], units[0], yes[1], units[1]));
            end = verdict == Verdict.HINT || verdict == Verdict.PROVEN;
            hints |= end;
            if (verdict == Verdict.PROVEN) {
                proven = Math.min(proven, (double) look / looks);
            }
        }
        return new Found(hints, proven <= 1, end, Math.min(proven, 1));
    }

    private static Verdict verdict(@Nullable Lift lift) {
        return lift == null ? Verdict.TOO_FEW : lift.verdict();
    }
}
