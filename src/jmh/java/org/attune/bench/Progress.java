package org.attune.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good progressive predictions were: each made before its answer was learned.
 *
 * @param logLoss mean log loss, nats
 * @param auc exact area under the curve by ranks, ties counted as half
 * @param ece expected calibration error over ten bands of equal width
 * @param learnMicros thread CPU time to learn one answer
 * @param scoreMicros thread CPU time to predict one answer
 */
record Progress(String name, double logLoss, double auc, double ece, double learnMicros, double scoreMicros) {

    private static final int BANDS = 10;
    private static final double SURE = 1e-12;

    static Progress of(String name, double[] propensity, boolean[] accepted, double learnMicros, double scoreMicros) {
        double loss = 0;
        double[] gap = new double[BANDS];
        for (int i = 0; i < propensity.length; i++) {
            double p = Math.clamp(propensity[i], SURE, 1 - SURE);
            loss -= Math.log(accepted[i] ? p : 1 - p);
            gap[Math.min(BANDS - 1, (int) (propensity[i] * BANDS))] += propensity[i] - (accepted[i] ? 1 : 0);
        }
        double error = Arrays.stream(gap).map(Math::abs).sum();
        int n = propensity.length;
        return new Progress(name, loss / n, auc(propensity, accepted), error / n, learnMicros, scoreMicros);
    }

    static double auc(double[] score, boolean[] accepted) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(score[a], score[b]));
        double ranks = 0;
        long positives = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            while (end < order.length && score[order[end]] == score[order[i]]) {
                end++;
            }
            for (int j = i; j < end; j++) {
                if (accepted[order[j]]) {
                    ranks += (i + 1 + end) / 2.0;
                    positives++;
                }
            }
            i = end;
        }
        double negatives = score.length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", name);
        figures.put("logLoss", logLoss);
        figures.put("auc", auc);
        figures.put("ece", ece);
        figures.put("learnMicros", learnMicros);
        figures.put("scoreMicros", scoreMicros);
        return figures;
    }
}
