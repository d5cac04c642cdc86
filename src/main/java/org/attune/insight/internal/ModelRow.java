package org.attune.insight.internal;

import org.attune.learning.ModelFigures;
import org.attune.learning.engine.ModelHealth;

/** The model of one action. */
public record ModelRow(
        String key, String title, String issue, String issueLabel, ModelFigures figures, ModelHealth health) {

    private static final long TELLING = 100;

    /** Whether there are enough answers to speak of discrimination and calibration; with fewer they are mostly chance. */
    public static boolean telling(ModelFigures figures) {
        return figures.responses() >= TELLING;
    }

    /** How much less the model errs than guessing the base rate, as a share of the latter; below 0 it errs more. */
    public double gain() {
        return figures.baseLogLoss() > 0 ? 1 - figures.logLoss() / figures.baseLogLoss() : Double.NaN;
    }
}
