package org.attune.decision.internal;

import java.util.List;
import org.attune.kernel.LocalText;

/** Says why nothing is proposed. */
final class Silence {
    private Silence() {}

    static LocalText reason(List<Candidate> candidates) {
        int contact = 0;
        int shield = 0;
        int threshold = 0;
        for (Candidate each : candidates) {
            switch (each.stop) {
                case CONTACT, LIMIT -> contact++;
                case SHIELD -> shield++;
                case THRESHOLD -> threshold++;
                default -> {}
            }
        }
        if (contact > 0 && contact >= threshold) {
            return new LocalText(
                    "Everything relevant was proposed recently. Listen.",
                    "Tout ce qui convient a déjà été proposé récemment. Écoutez.");
        }
        if (threshold > 0) {
            return new LocalText(
                    "Nothing is likely enough to help now. Listen.",
                    "Rien n’a assez de chances d’aider maintenant. Écoutez.");
        }
        if (shield > 0) {
            return new LocalText(
                    "What is left does not suit a customer in difficulty. Listen.",
                    "Ce qui reste ne convient pas à un client en difficulté. Écoutez.");
        }
        return new LocalText("Nothing fits this situation. Listen.", "Rien ne convient à cette situation. Écoutez.");
    }
}
