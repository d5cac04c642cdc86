package org.attune.history.engine;

/** The standard normal distribution, as far as it is needed here. */
final class Normal {
    /** 97.5 % lie below: 95 % between it and its negative. */
    static final double TWO_SIDED = 1.959963984540054;

    /** 80 % lie below. */
    static final double POWER = 0.8416212335729143;

    private Normal() {}

    /** The share below z; absolute error under 7.5e-8 (Abramowitz and Stegun 1964, 26.2.17). */
    static double below(double z) {
        if (z < 0) {
            return 1 - below(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
