package org.attune.strategy.internal;

import org.attune.strategy.StrategyDocument;

/** The settings of arbitration. */
final class ArbitrationCheck implements PartCheck {
    @Override
    public void check(StrategyDocument document, Findings findings) {
        findings.range("arbitration.controlShare", document.arbitration().controlShare(), 0, 0.2);
        findings.range("arbitration.exploration", document.arbitration().exploration(), 0, 1);
        findings.range("arbitration.top", document.arbitration().top(), 1, 10);
    }
}
