package org.attune.arbitration.engine;

/** Who competes for the first place, and how it is given to somebody who was drawn for it. */
final class FirstPlace {

    /** By how much, relatively, whoever loses a place falls behind: a trace with seven digits still tells them apart. */
    private static final double LEAST_STEP = 1e-6;

    private FirstPlace() {}

    /** Whether there is a mandatory band, which nobody else can come before. */
    static boolean band(Exploration.Field field) {
        for (int i = 0; i < field.n(); i++) {
            if (field.mandatory()[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a candidate can come first at all; what is worth nothing is not tried. */
    static boolean competes(Exploration.Field field, int i, boolean band) {
        return field.weight()[i] > 0 && (!band || field.mandatory()[i]);
    }

    /** Nobody competes: the order of the keys decides. */
    static void uncontested(Exploration.Field field, boolean band, double[] chance) {
        for (int i = 0; i < field.n(); i++) {
            if (!band || field.mandatory()[i]) {
                chance[i] = 1;
                return;
            }
        }
    }

    /** Whoever would stand before the one who was drawn counts with just too little to do so. */
    static void give(Exploration.Field field, int first, double[] propensity) {
        double limit = field.weight()[first] * propensity[first];
        for (int i = 0; i < field.n(); i++) {
            boolean ahead = field.weight()[i] * propensity[i] > limit * (1 - LEAST_STEP);
            if (i != first && field.mandatory()[i] == field.mandatory()[first] && ahead) {
                propensity[i] = limit / field.weight()[i] * (1 - LEAST_STEP);
            }
        }
    }
}
