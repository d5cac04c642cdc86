package org.attune.learning.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A situation in the engine's own form: made once per decision by {@link LearningEngine#encode} and used for all its
 * candidates. It holds the scratch space and the shared levels' scores of that decision, so it belongs to one thread
 * and to the engine that made it.
 */
public final class Encoded {

    /** read by every expert */
    static final byte ALL = 0;
    /** a z-score */
    static final byte LINE = 1;
    /** a bin */
    static final byte BIN = 2;

    final LearningEngine owner;
    final int[] feature;
    final double[] value;
    final int[] predictor;
    final byte[] kind;
    int size;

    /** Per expert: total score and variance, and the variance of the explored part. */
    final double[] score;

    final double[] variance;
    final double[] explored;

    private long version = -1;
    private double[] @Nullable [] shared = new double[8][];

    Encoded(LearningEngine owner, int experts, int capacity) {
        this.owner = owner;
        feature = new int[capacity];
        value = new double[capacity];
        predictor = new int[capacity];
        kind = new byte[capacity];
        score = new double[experts];
        variance = new double[experts];
        explored = new double[experts];
    }

    void add(int feature, double value, int predictor, byte kind) {
        this.feature[size] = feature;
        this.value[size] = value;
        this.predictor[size] = predictor;
        this.kind[size++] = kind;
    }

    void clear() {
        Arrays.fill(score, 0);
        Arrays.fill(variance, 0);
        Arrays.fill(explored, 0);
    }

    /** Score (first half) and variance (second half) of a shared level, computed once until the engine learns again. */
    double[] shared(Node node, long now) {
        if (version != now) {
            Arrays.fill(shared, null);
            version = now;
        }
        if (node.number >= shared.length) {
            shared = Arrays.copyOf(shared, node.number * 2);
        }
        double[] known = shared[node.number];
        if (known == null) {
            known = new double[2 * score.length];
            node.add(this, known, 0, known, score.length);
            shared[node.number] = known;
        }
        return known;
    }
}
