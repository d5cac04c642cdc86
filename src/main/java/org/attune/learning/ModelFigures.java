package org.attune.learning;

/**
 * How a model does, measured progressively (predicted before learned).
 *
 * @param responses positive and negative answers learned
 * @param positives accepted ones; a model is mature from 200 on
 * @param auc 0.5 tells nothing apart, 1 everything, below 0.5 is worse than chance
 * @param logLoss mean negative log likelihood, natural logarithm
 * @param baseLogLoss the same for the running base rate
 * @param calibrationError expected calibration error over ten bands
 */
public record ModelFigures(
        String action,
        long responses,
        long positives,
        double auc,
        double logLoss,
        double baseLogLoss,
        double calibrationError) {
    /** Positives from which a model counts as mature. */
    public static final int MATURE = 200;

    /** Whether there is enough evidence to trust the figures. */
    public boolean mature() {
        return positives >= MATURE;
    }
}
