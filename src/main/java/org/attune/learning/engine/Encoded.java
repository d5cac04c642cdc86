package org.attune.learning.engine;

import java.util.Arrays;

/**
 * A situation in the engine's own form: made once per decision by {@link LearningEngine#encode} and used for all its
 * candidates. It holds the scratch space and the shared levels' scores of that decision, so it belongs to one thread
 * and to the engine that filled it last.
 */
public final class Encoded {

    /** read by every expert */
    static final byte ALL = 0;
    /** a z-score */
    static final byte LINE = 1;
    /** a bin */
    static final byte BIN = 2;

    private final LearningEngine owner;
    int[] feature = {};
    double[] value = {};
    double[] square = {};
    int[] predictor = {};
    int size;

    /** Coarse bins, in their own numbering, and whose they are; each has the value 1. */
    int[] coarse = {};

    int[] coarsePredictor = {};
    int coarseSize;

    /** Per predictor: what it is for {@link Pairs}, and its z-score, NaN when it has none. */
    int[] code = {};

    double[] line = {};
    int predictors;

    /** Pairs: their place in the tables, their value, and whose they are. */
    int[] pair = {};

    double[] pairValue = {};
    int[] pairFirst = {};
    int[] pairSecond = {};
    int pairs;

    /** Scratch space of {@link JointBelief}: rows of the features it tells apart jointly, and their values. */
    int[] row = {};

    double[] rowValue = {};
    int rows;

    /** Of the action scored last: per expert its own score, after it the variance of that. */
    final double[] own;

    /** Per expert: total score and its variance. */
    final double[] score;

    final double[] variance;

    /** Per expert, while learning: residual over (1 + curvature times variance of the score), and curvature over the same. */
    final double[] gain;

    final double[] shrink;

    private final int width;
    private long version;
    private int round;
    private double[] shared;
    private int[] sharedRound;

    Encoded(LearningEngine owner, int experts) {
        this.owner = owner;
        width = 2 * experts;
        own = new double[width];
        score = new double[experts];
        variance = new double[experts];
        gain = new double[experts];
        shrink = new double[experts];
        shared = new double[8 * width];
        sharedRound = new int[8];
    }

    boolean madeBy(LearningEngine engine) {
        return owner == engine;
    }

    /** Empties it and makes room. */
    void begin(int known) {
        int capacity = 2 * known + 1;
        if (capacity > feature.length) {
            feature = new int[capacity];
            value = new double[capacity];
            square = new double[capacity];
            predictor = new int[capacity];
            coarse = new int[known];
            coarsePredictor = new int[known];
            row = new int[capacity + known];
            rowValue = new double[capacity + known];
            code = new int[known];
            line = new double[known];
            int most = Pairs.most(known);
            pair = new int[most];
            pairValue = new double[most];
            pairFirst = new int[most];
            pairSecond = new int[most];
        }
        size = 0;
        coarseSize = 0;
        predictors = 0;
        pairs = 0;
        round++;
    }

    void add(int feature, double value, int predictor) {
        this.feature[size] = feature;
        this.value[size] = value;
        square[size] = value * value;
        this.predictor[size++] = predictor;
    }

    /** A predictor that is no number now: predictors come in the order of their numbers. */
    void addText(int feature, int predictor) {
        add(feature, 1, predictor);
        code[predictors] = Pairs.textCode(feature);
        line[predictors++] = Double.NaN;
    }

    /** A text beyond those that have a feature of their own. */
    void addRare(int feature, int rareCode, int predictor) {
        addText(feature, predictor);
        code[predictors - 1] = rareCode;
    }

    void addNumber(int lineFeature, double z, int bin, int coarseBin, int pairBin, int predictor) {
        add(lineFeature, z, predictor);
        add(bin, 1, predictor);
        coarse[coarseSize] = coarseBin;
        coarsePredictor[coarseSize++] = predictor;
        code[predictors] = Pairs.numberCode(pairBin);
        line[predictors++] = z;
    }

    void addPair(int place, double value, int first, int second) {
        pair[pairs] = place;
        pairValue[pairs] = value;
        pairFirst[pairs] = first;
        pairSecond[pairs++] = second;
    }

    /** The shared levels' scores, see {@link #shared}. */
    double[] sharedScores() {
        return shared;
    }

    /**
     * Where {@link #sharedScores()} has the score per expert and after it the variance of a shared level: computed once for
     * a situation, and again when the engine has learned.
     */
    int shared(Node node, long now) {
        if (version != now) {
            version = now;
            round++;
        }
        if (node.number >= sharedRound.length) {
            sharedRound = Arrays.copyOf(sharedRound, node.number * 2);
            shared = Arrays.copyOf(shared, sharedRound.length * width);
        }
        int at = node.number * width;
        if (sharedRound[node.number] != round) {
            node.score(this, shared, at);
            sharedRound[node.number] = round;
        }
        return at;
    }
}
