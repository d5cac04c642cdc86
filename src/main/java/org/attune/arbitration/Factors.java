package org.attune.arbitration;

/** Which factors of priority are switched on; one that is off counts as 1. */
public record Factors(boolean propensity, boolean context, boolean value, boolean lever) {
    /** All on. */
    public static final Factors ALL = new Factors(true, true, true, true);
}
