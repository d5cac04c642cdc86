package org.attune.strategy.internal;

import org.attune.strategy.StrategyDocument;

/** Checks one part of a document. Each part has a class of its own; {@link DocumentCheck#PARTS} lists them. */
public interface PartCheck {
    /** Adds what is wrong with the part, each with its place; leaves what other parts check alone. */
    void check(StrategyDocument document, Findings findings);
}
