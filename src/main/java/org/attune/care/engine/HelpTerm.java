package org.attune.care.engine;

import org.attune.kernel.InvalidException;

/** How long help is meant to last: up to three billing cycles, or longer. */
public enum HelpTerm {
    SHORT,
    LONG;

    /** Billing cycles that are still short. */
    public static final int SHORT_CYCLES = 3;

    /** The term of so many billing cycles, at least one. */
    public static HelpTerm of(int cycles) {
        if (cycles < 1) {
            throw new InvalidException("cycles", "Help lasts at least one billing cycle.");
        }
        return cycles <= SHORT_CYCLES ? SHORT : LONG;
    }
}
