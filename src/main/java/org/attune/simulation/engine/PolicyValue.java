package org.attune.simulation.engine;

/**
 * What a policy would be worth per decision, with what is needed to judge the figure.
 *
 * @param value mean reward
 * @param standardError of it
 * @param effective sample size: {@code (sum w)^2 / sum w^2}
 * @param heaviest the largest weight of a single row
 * @param rows that had a part in it
 */
public record PolicyValue(double value, double standardError, double effective, double heaviest, long rows) {

    private static final double Z = 1.959963984540054;

    /** Under so many effective rows there is no verdict. */
    public static final double ENOUGH = 200;

    /** Lower end of the 95 % interval. */
    public double low() {
        return value - Z * standardError;
    }

    /** Upper end of the 95 % interval. */
    public double high() {
        return value + Z * standardError;
    }

    /** Whether there is enough behind it for a verdict. */
    public boolean supported() {
        return effective >= ENOUGH;
    }
}
