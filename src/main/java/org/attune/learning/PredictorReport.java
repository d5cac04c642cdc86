package org.attune.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one predictor does to an action's propensity, over the latest situations in which the action was shown.
 *
 * @param predictor its key
 * @param effect importance: mean size of what it adds to the log-odds of acceptance, whatever the sign
 * @param mean mean of what it adds; above 0 speaks for, below 0 against
 * @param bins what it adds by value, numbers in up to five bins of equal counts, missing as a bin of its own
 */
public record PredictorReport(String predictor, double effect, double mean, List<Bin> bins) {

    /**
     * One value or range.
     *
     * @param value category or truth value; null for a range and for missing
     * @param from smallest number of a range, null for others
     * @param to largest number of a range, null for others
     * @param situations how many fell into it
     * @param effect mean of what it adds to the log-odds
     */
    public record Bin(
            @Nullable String value,
            @Nullable Double from,
            @Nullable Double to,
            int situations,
            double effect) {
        /** Whether it is the bin of those about whom nothing is known. */
        public boolean missing() {
            return value == null && from == null;
        }
    }
}
