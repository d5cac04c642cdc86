package org.attune.learning.engine;

import org.jspecify.annotations.Nullable;

/**
 * What one predictor adds to a score; all contributions of a prediction sum to its logit (within 1e-9).
 *
 * <p>A predictor's contribution is measured against the average of those who answered about this action before; the
 * average itself is the {@link #BASELINE}.
 *
 * @param predictor name of the predictor, or {@link #BASELINE}
 * @param value the value that was read, null when it was missing (and for the baseline)
 * @param logit log-odds added (positive) or taken away (negative)
 */
public record Contribution(String predictor, @Nullable Object value, double logit) {

    /** Name of the part that does not depend on the customer. */
    public static final String BASELINE = "baseline";
}
