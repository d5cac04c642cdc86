package org.attune.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Dice for invented people. With a seeded generator every throw comes out the same again. */
record Chance(RandomGenerator generator) {

    /** True with this probability. */
    boolean of(double probability) {
        return generator.nextDouble() < probability;
    }

    /** A whole number between two, both included. */
    int between(int low, int high) {
        return low + generator.nextInt(high - low + 1);
    }

    /** A number between two with two decimals. */
    double amount(double low, double high) {
        return cents(low + (high - low) * generator.nextDouble());
    }

    /** One of several, each as likely as the others. */
    @SafeVarargs
    final <T> T pick(T... values) {
        return values[generator.nextInt(values.length)];
    }

    /** One of several, each as likely as the others. */
    <T> T pick(List<T> values) {
        return values.get(generator.nextInt(values.size()));
    }

    /** One of several by weight; the map must iterate in a fixed order and hold at least one weight above zero. */
    <T> T weighted(Map<T, Double> weights) {
        double left = generator.nextDouble()
                * weights.values().stream().mapToDouble(w -> w).sum();
        T last = null;
        for (Map.Entry<T, Double> each : weights.entrySet()) {
            if (each.getValue() > 0) {
                last = each.getKey();
                left -= each.getValue();
                if (left < 0) {
                    break;
                }
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return last;
    }

    /** Rounded to two decimals. */
    static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}
