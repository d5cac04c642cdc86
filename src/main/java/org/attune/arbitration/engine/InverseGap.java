package org.attune.arbitration.engine;

import java.util.Arrays;

/**
 * Inverse gap weighting, the rule of SquareCB (Abe and Long 1999; Foster and Rakhlin 2020): with priorities scaled to 0..1, each
 * candidate but the best comes first with probability
 *
 * <pre>   1 / (n + gamma * gap to the best),  gamma = strength * sqrt(answers to these candidates + 1)</pre>
 *
 * and the best gets the rest. On top of that a permanent floor: a share of all decisions is dealt out evenly for ever, so that a
 * change in what was thought settled is noticed. The probabilities are closed forms, exact to the last bit.
 *
 * @param strength how soon it trusts the models, 0 (never: uniform) to 1000
 * @param floor share of decisions dealt out evenly, 0 to 0.5
 */
public record InverseGap(double strength, double floor) implements Exploration {

    /** @throws IllegalArgumentException when out of range */
    public InverseGap {
        if (!(strength >= 0 && strength <= 1000 && floor >= 0 && floor <= 0.5)) {
            throw new IllegalArgumentException(
                    "Inverse gap weighting needs a strength of 0 to 1000 and a floor of 0 to 0.5");
        }
    }

    @Override
    public double propensity(double logit, double deviation, long evidence, int candidates, long seed) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    @Override
    public void chances(Field field, SelectionProbability room, double[] chance) {
        int n = field.n();
        Arrays.fill(chance, 0, n, 0);
        boolean band = FirstPlace.band(field);
        int count = 0;
        int best = -1;
        double answers = 1;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            if (FirstPlace.competes(field, i, band)) {
                count++;
                answers += field.evidence()[i];
                largest = Math.max(largest, field.weight()[i]);
                best = best < 0 || value(field, i) > value(field, best) ? i : best;
            }
        }
        if (best < 0) {
            FirstPlace.uncontested(field, band, chance);
            return;
        }
        double gamma = strength * StrictMath.sqrt(answers) / largest;
        double rest = 1;
        for (int i = 0; i < n; i++) {
            if (i != best && FirstPlace.competes(field, i, band)) {
                double gap = value(field, best) - value(field, i);
                chance[i] = (1 - floor) / (count + gamma * gap) + floor / count;
                rest -= chance[i];
            }
        }
        chance[best] = rest;
    }

    @Override
    public void settle(Field field, double[] chance, long seed, double[] propensity) {
        int first = drawn(field, chance, seed);
        if (first < 0) {
            return;
        }
        FirstPlace.give(field, first, propensity);
    }

    private static int drawn(Field field, double[] chance, long seed) {
        double left = new Draws(seed).uniform();
        int last = -1;
        for (int i = 0; i < field.n(); i++) {
            if (chance[i] > 0) {
                last = i;
                left -= chance[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static double value(Field field, int i) {
        return field.weight()[i] / (1 + StrictMath.exp(-field.logit()[i]));
    }
}
