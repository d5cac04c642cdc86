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

    void record(double logit, double propensity, boolean yes) {
        double base = (positives + 0.5) / (responses + 1);
        baseLoss -= StrictMath.log(yes ? base : 1 - base);
        loss += Numbers.logLoss(logit, yes);
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

    ModelHealth health() {
        List<ModelHealth.Band> bands = new ArrayList<>(BANDS);
        double error = 0;
        for (int i = 0; i < BANDS; i++) {
            long n = bandResponses[i];
            bands.add(new ModelHealth.Band(
                    n, n == 0 ? 0 : bandPredicted[i] / n, n == 0 ? 0 : (double) bandPositives[i] / n));
            error += Math.abs(bandPredicted[i] - bandPositives[i]);
        }
        double n = Math.max(1, responses);
        return new ModelHealth(responses, positives, auc(), loss / n, baseLoss / n, error / n, List.copyOf(bands));
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
