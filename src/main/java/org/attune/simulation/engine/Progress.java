package org.attune.simulation.engine;

import java.util.Arrays;

/** What a course was worth, in blocks of decisions. Rewards are true acceptance probabilities of what was said. */
public final class Progress {

    private final int block;
    private final double[] reward;
    private final double[] oracle;
    private final double[] random;
    private final long[] said;

    Progress(long decisions, int block) {
        this.block = block;
        int blocks = Math.toIntExact((decisions + block - 1) / block);
        reward = new double[blocks];
        oracle = new double[blocks];
        random = new double[blocks];
        said = new long[blocks];
    }

    void count(long decision, double[] acceptance, int count, int best, int action) {
        if (action == Agents.NOTHING) {
            return;
        }
        int at = (int) (decision / block);
        said[at]++;
        reward[at] += acceptance[action];
        oracle[at] += acceptance[best];
        double sum = 0;
        for (int a = 0; a < count; a++) {
            sum += acceptance[a];
        }
        random[at] += sum / count;
    }

    /** How many blocks there are. */
    public int blocks() {
        return reward.length;
    }

    /** The share of what can be gained over a uniformly random choice, 1 for always the best. */
    public double share() {
        return share(0, blocks());
    }

    /** The same over some blocks, the last exclusive. */
    public double share(int from, int to) {
        double floor = sum(random, from, to);
        return (sum(reward, from, to) - floor) / (sum(oracle, from, to) - floor);
    }

    /** Mean acceptance of what was said. */
    public double reward() {
        return sum(reward, 0, blocks()) / Arrays.stream(said).sum();
    }

    /** Mean acceptance of the best. */
    public double oracle() {
        return sum(oracle, 0, blocks()) / Arrays.stream(said).sum();
    }

    /** Mean acceptance of a uniformly random choice. */
    public double random() {
        return sum(random, 0, blocks()) / Arrays.stream(said).sum();
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
