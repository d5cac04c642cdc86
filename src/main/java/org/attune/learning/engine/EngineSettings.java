package org.attune.learning.engine;

import java.util.Comparator;
import java.util.List;

/**
 * Everything that can be set about the engine, in one place; {@link #defaults()} fits all data sets measured in
 * docs/benchmarks.md. The settings are part of the model's bytes: changing them means replaying the log.
 *
 * @param experts the models that are mixed, 1 to 16, ordered by their encoding
 * @param intercept prior variance of a level's intercept, 0.001 to 10 (logit squared)
 * @param globalIntercept prior variance of the intercept shared by all actions, 0.001 to 10
 * @param share part of the mixture's weight given back to all experts at each answer (Herbster and Warmuth 1998), 0 to
 *     0.1: how soon another expert can take over
 * @param trust how strongly an expert's log loss moves its weight, 0 to 2; 1 is Bayes' rule
 * @param calibration prior variance of the calibration's slope and offset, 0 (off) to 1
 * @param calibrationDrift part of that variance given back at each answer, 0 to 0.1: how soon calibration follows drift
 * @param coldStart n0, the weight in answers of an action's starting propensity, 1 to 10,000
 * @param thompson standard deviations of exploration per standard deviation of belief, 0 (none) to 2
 * @param maxBins bins of a numeric predictor, 1 to 256
 * @param splitAfter answers a bin must hold before it may be split, 2 to 1,000,000
 * @param maxCategories categories of a predictor that are told apart, 1 to 10,000; later ones share one weight, and a hashed one each about all actions together
 * @param maxPredictors predictors learned from, 1 to 10,000; later ones are not read
 */
public record EngineSettings(
        List<Expert> experts,
        double intercept,
        double globalIntercept,
        double share,
        double trust,
        double calibration,
        double calibrationDrift,
        double coldStart,
        double thompson,
        int maxBins,
        int splitAfter,
        int maxCategories,
        int maxPredictors) {

    /** How an expert reads a number; categories and missing values are read alike by all. */
    public enum Encoding {
        /** as a running z-score: a straight line */
        LINEAR,
        /** as a z-score and as bins: a line and its corrections */
        BOTH,
        /** as bins: a staircase */
        BINNED
    }

    /**
     * One model of the mixture.
     *
     * @param encoding how it reads numbers
     * @param prior prior variance of a weight, 1e-6 to 10 (logit squared): how far a predictor may matter
     * @param drift part of the prior variance given back at each answer, 0 (never forgets) to 0.1
     * @param pairs prior variance of the weight of a pair of predictors, about all actions together; 0 (looks at none) to 10
     * @param joint prior variance of a weight about all actions together when they are believed with their covariances; 0
     *     (they are independent, with the width of {@code prior}) to 10
     */
    public record Expert(Encoding encoding, double prior, double drift, double pairs, double joint) {
        /** @throws IllegalArgumentException when out of range */
        public Expert {
            range("prior", prior, 1e-6, 10);
            range("drift", drift, 0, 0.1);
            range("pairs", pairs, 0, 10);
            range("joint", joint, 0, 10);
        }

        /**
         * Whether it keeps covariances about each issue, group and action, too: where the features are few enough for that (no
         * bins) and nothing is forgotten.
         */
        boolean covaries() {
            return joint > 0 && drift == 0 && encoding == Encoding.LINEAR;
        }

        /** Independent weights, no pairs. */
        public Expert(Encoding encoding, double prior, double drift) {
            this(encoding, prior, drift, 0, 0);
        }
    }

    /** @throws IllegalArgumentException when a setting is out of its range */
    public EngineSettings {
        experts =
                experts.stream().sorted(Comparator.comparing(Expert::encoding)).toList();
        range("experts", experts.size(), 1, 16);
        range("intercept", intercept, 0.001, 10);
        range("globalIntercept", globalIntercept, 0.001, 10);
        range("share", share, 0, 0.1);
        range("trust", trust, 0, 2);
        range("calibration", calibration, 0, 1);
        range("calibrationDrift", calibrationDrift, 0, 0.1);
        range("coldStart", coldStart, 1, 10_000);
        range("thompson", thompson, 0, 2);
        range("maxBins", maxBins, 1, 256);
        range("splitAfter", splitAfter, 2, 1_000_000);
        range("maxCategories", maxCategories, 1, 10_000);
        range("maxPredictors", maxPredictors, 1, 10_000);
    }

    /** The settings of the product. */
    public static EngineSettings defaults() {
        return new EngineSettings(
                List.of(
                        new Expert(Encoding.LINEAR, 0.03, 0, 0, 0.12),
                        new Expert(Encoding.LINEAR, 0.01, 1e-3, 0, 0.3),
                        new Expert(Encoding.LINEAR, 0.003, 5e-5, 0.01, 0),
                        new Expert(Encoding.BOTH, 0.003, 0),
                        new Expert(Encoding.BOTH, 0.3, 0),
                        new Expert(Encoding.BOTH, 0.01, 1e-3),
                        new Expert(Encoding.BOTH, 0.03, 0, 0.002, 0),
                        new Expert(Encoding.BOTH, 0.01, 0, 0, 0.15)),
                0.3,
                2,
                2e-4,
                1,
                0.003,
                1e-3,
                50,
                0.5,
                32,
                30,
                200,
                500);
    }

    private static void range(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must lie between " + low + " and " + high + ": " + value);
        }
    }
}
