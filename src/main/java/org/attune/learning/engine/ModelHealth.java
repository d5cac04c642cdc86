package org.attune.learning.engine;

import java.util.List;

/**
 * How good a model's predictions were, each made before its answer was learned (progressive evaluation).
 *
 * @param responses answers, accepted or declined
 * @param positives acceptances
 * @param auc probability that an acceptance had been scored above a refusal, 0 to 1 (below 0.5: worse than chance); 0.5
 *     while there are no answers of both kinds. From histograms of 512 bins on the log-odds; its distance from the exact
 *     figure is printed by the benchmark (below 0.001 there)
 * @param logLoss mean log loss in nats; 0 without answers
 * @param baseLogLoss the same for a model that only knows the acceptance rate so far
 * @param calibrationError expected calibration error over ten bands of equal width, 0 to 1
 * @param bands the ten bands, from low propensity to high
 * @param recentLogLoss mean log loss lately: each answer weighs 1/500 less than the next
 * @param recentBaseLogLoss the same for a model that only knows the acceptance rate so far
 * @param driftAlarms how often the model began to err more than its own past let expect, see {@link DriftAlarm}
 * @param sinceDrift answers since the latest alarm, or since the first answer
 * @param renewals how often what was learned about the action alone was given up because it no longer held, see
 *     {@link Change}; 0 for all actions together
 * @param sinceRenewal answers about the action since the latest one; 0 without any
 * @param gains share of the acceptances among the best-scored 0, 10 ... 100 % of answers, eleven numbers; empty without
 *     acceptances. Beside the diagonal, which is chance, it shows what sorting by propensity is worth
 */
public record ModelHealth(
        long responses,
        long positives,
        double auc,
        double logLoss,
        double baseLogLoss,
        double calibrationError,
        List<Band> bands,
        double recentLogLoss,
        double recentBaseLogLoss,
        long driftAlarms,
        long sinceDrift,
        long renewals,
        long sinceRenewal,
        List<Double> gains) {

    /** Answers over which "lately" reaches; so long an alarm is news. */
    public static final long RECENT = 500;

    /** Acceptances after which a model counts as mature. */
    public static final long MATURE_POSITIVES = 200;

    /**
     * Predictions of a tenth of the scale beside what came.
     *
     * @param responses answers whose propensity lay in this band
     * @param predicted their mean propensity; 0 without answers
     * @param observed their acceptance rate; 0 without answers
     */
    public record Band(long responses, double predicted, double observed) {}

    /** Whether the model lately began anew with what it knew about the action alone. */
    public boolean renewed() {
        return renewals > 0 && sinceRenewal < RECENT;
    }

    /** Whether the alarm went off lately. */
    public boolean drifting() {
        return driftAlarms > 0 && sinceDrift < RECENT;
    }

    /** How many times as many acceptances the best-scored tenth holds as chance would put there; 1 without acceptances. */
    public double lift() {
        return gains.isEmpty() ? 1 : gains.get(1) / 0.1;
    }

    /** Whether enough was accepted to rely on these figures. */
    public boolean mature() {
        return positives >= MATURE_POSITIVES;
    }
}
