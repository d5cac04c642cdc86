package org.attune.insight.internal;

import org.attune.learning.ModelFigures;

/** The model of one action. */
public record ModelRow(String key, String title, String issue, String issueLabel, ModelFigures figures) {

    /** How much less the model errs than guessing the base rate, as a share of the latter; below 0 it errs more. */
    public double gain() {
        return figures.baseLogLoss() > 0 ? 1 - figures.logLoss() / figures.baseLogLoss() : Double.NaN;
    }
}
