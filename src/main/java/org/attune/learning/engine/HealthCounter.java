package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts predictions against answers, in constant space. */
final class HealthCounter {

    private static final int BINS = 512;
    private static final double SPAN = 8;
    private static final int BANDS = 10;

    private final int[] accepted = new int[BINS];
    private final int[] declined = new int[BINS];
    private final long[] bandResponses = new long[BANDS];
    private final long[] bandPositives = new long[BANDS];
    private final double[] bandPredicted = new double[BANDS];
    private long responses;
    private long positives;
    private double loss;
    private double baseLoss;
    private double recentLoss;
    private double recentBaseLoss;
    private final DriftAlarm drift = new DriftAlarm();

    void record(double logit, double propensity, boolean yes) {
        double base = (positives + 0.5) / (responses + 1);
        double baseline = -StrictMath.log(yes ? base : 1 - base);
        double surprise = Numbers.logLoss(logit, yes);
        baseLoss += baseline;
        loss += surprise;
        double rate = 1.0 / Math.min(responses + 1, ModelHealth.RECENT);
        recentLoss += rate * (surprise - recentLoss);
        recentBaseLoss += rate * (baseline - recentBaseLoss);
        drift.observe(surprise);
        int bin = (int) Numbers.clamp((logit + SPAN) * (BINS / (2 * SPAN)), 0, BINS - 1);
        (yes ? accepted : declined)[bin]++;
        int band = (int) Numbers.clamp(propensity * BANDS, 0, BANDS - 1);
        bandResponses[band]++;
        bandPredicted[band] += propensity;
        responses++;
        if (yes) {
            positives++;
            bandPositives[band]++;
        }
    }

    /** Over many actions. */
    ModelHealth health() {
        return health(0, 0);
    }

    ModelHealth health(long renewals, long sinceRenewal) {
        List<ModelHealth.Band> bands = new ArrayList<>(BANDS);
        double error = 0;
        for (int i = 0; i < BANDS; i++) {
            long n = bandResponses[i];
            bands.add(new ModelHealth.Band(
                    n, n == 0 ? 0 : bandPredicted[i] / n, n == 0 ? 0 : (double) bandPositives[i] / n));
            error += Math.abs(bandPredicted[i] - bandPositives[i]);
        }
        double n = Math.max(1, responses);
        return new ModelHealth(
                responses,
                positives,
                auc(),
                loss / n,
                baseLoss / n,
                error / n,
                List.copyOf(bands),
                recentLoss,
                recentBaseLoss,
                drift.alarms(),
                drift.since(),
                renewals,
                sinceRenewal,
                gains());
    }

    /** Share of the acceptances among the best-scored 0, 10 ... 100 % of answers. */
    private List<Double> gains() {
        List<Double> gains = new ArrayList<>(BANDS + 1);
        if (positives == 0) {
            return List.of();
        }
        gains.add(0.0);
        double answers = 0;
        double yes = 0;
        for (int i = BINS - 1; i >= 0 && gains.size() <= BANDS; i--) {
            int here = accepted[i] + declined[i];
            while (gains.size() <= BANDS && here > 0 && answers + here >= responses * gains.size() / (double) BANDS) {
                double part = (responses * gains.size() / (double) BANDS - answers) / here;
                gains.add(Math.min(1, (yes + part * accepted[i]) / positives));
            }
            answers += here;
            yes += accepted[i];
        }
        while (gains.size() <= BANDS) {
            gains.add(1.0);
        }
        return List.copyOf(gains);
    }

    private double auc() {
        double above = 0;
        long refusedBelow = 0;
        for (int i = 0; i < BINS; i++) {
            above += accepted[i] * (refusedBelow + 0.5 * declined[i]);
            refusedBelow += declined[i];
        }
        double pairs = (double) positives * (responses - positives);
        return pairs == 0 ? 0.5 : above / pairs;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(responses);
        out.writeLong(positives);
        out.writeDouble(loss);
        out.writeDouble(baseLoss);
        out.writeDouble(recentLoss);
        out.writeDouble(recentBaseLoss);
        drift.write(out);
        for (int i = 0; i < BANDS; i++) {
            out.writeLong(bandResponses[i]);
            out.writeLong(bandPositives[i]);
            out.writeDouble(bandPredicted[i]);
        }
        int used = 0;
        for (int i = 0; i < BINS; i++) {
            used += accepted[i] + declined[i] > 0 ? 1 : 0;
        }
        out.writeInt(used);
        for (int i = 0; i < BINS; i++) {
            if (accepted[i] + declined[i] > 0) {
                out.writeInt(i);
                out.writeInt(accepted[i]);
                out.writeInt(declined[i]);
            }
        }
    }

    HealthCounter readFrom(DataInput in) throws IOException {
        responses = in.readLong();
        positives = in.readLong();
        loss = in.readDouble();
        baseLoss = in.readDouble();
        recentLoss = in.readDouble();
        recentBaseLoss = in.readDouble();
        drift.readFrom(in);
        for (int i = 0; i < BANDS; i++) {
            bandResponses[i] = in.readLong();
            bandPositives[i] = in.readLong();
            bandPredicted[i] = in.readDouble();
        }
        int used = in.readInt();
        for (int i = 0; i < used; i++) {
            int bin = in.readInt();
            accepted[bin] = in.readInt();
            declined[bin] = in.readInt();
        }
        return this;
    }
}
