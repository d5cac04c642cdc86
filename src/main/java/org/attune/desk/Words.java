package org.attune.desk;

import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.ui.Texts;

/** Turns keys and figures into the words an agent reads. */
final class Words {
    /** From here on an acceptance is called likely. */
    static final double LIKELY = 0.4;
    /** From here on it is called possible; below it is worth a try. */
    static final double POSSIBLE = 0.15;

    private Words() {}

    static Language language() {
        return Language.of(Texts.locale());
    }

    static String of(LocalText text) {
        return text.in(language());
    }

    /** Likely, possible or try: agents never read probabilities. */
    static String chance(double propensity) {
        return Texts.of(propensity >= LIKELY ? "desk.likely" : propensity >= POSSIBLE ? "desk.possible" : "desk.try");
    }

    static String outcome(Outcome outcome) {
        return Texts.of("desk.outcome." + outcome.key());
    }
}
