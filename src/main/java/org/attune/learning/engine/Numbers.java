package org.attune.learning.engine;

/** The few functions the engine needs, from {@link StrictMath} so that every machine computes the same bits. */
final class Numbers {

    /** Logits beyond this are of no use to anyone and endanger the arithmetic. */
    private static final double MAX_LOGIT = 30;

    private Numbers() {}

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-clamp(logit, -MAX_LOGIT, MAX_LOGIT)));
    }

    static double logit(double p) {
        double q = clamp(p, 1e-6, 1 - 1e-6);
        return StrictMath.log(q / (1 - q));
    }

    /** Log loss of a score, computed without first rounding it to a probability. */
    static double logLoss(double logit, boolean accepted) {
        double z = clamp(accepted ? -logit : logit, -MAX_LOGIT, MAX_LOGIT);
        return z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
    }

    /** @throws IllegalArgumentException when it is no probability */
    static void checkPropensity(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A starting propensity lies between 0 and 1: " + p);
        }
    }

    static double clamp(double x, double low, double high) {
        return x < low ? low : Math.min(x, high);
    }

    /**
     * A standard normal number from a seed: two SplitMix64 words (Steele, Lea and Flood 2014) through Box and Muller
     * (1958).
     */
    static double gaussian(long seed) {
        double u = ((mix(seed + 0x9E3779B97F4A7C15L) >>> 11) + 1) * 0x1.0p-53;
        double v = (mix(seed + 2 * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
        return Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }

    /** A propensity drawn around a logit. */
    static double sample(double logit, double variance, double scale, long seed) {
        return sigmoid(logit + scale * Math.sqrt(variance) * gaussian(seed));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
