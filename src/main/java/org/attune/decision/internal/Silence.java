package org.attune.decision.internal;

import java.util.List;
import org.attune.kernel.LocalText;
import org.attune.policy.Rejection;
import org.jspecify.annotations.Nullable;

/** Says why nothing is proposed. */
final class Silence {
    private Silence() {}

    static LocalText reason(List<Candidate> candidates) {
        int contact = 0;
        int shield = 0;
        int threshold = 0;
        for (Candidate each : candidates) {
            Rejection rejection = each.rejection;
            String stage = stage(rejection);
            contact += stage.equals("contact") || stage.equals("limit") ? 1 : 0;
            shield += stage.equals("shield") ? 1 : 0;
            threshold += stage.equals("threshold") ? 1 : 0;
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

    private static String stage(@Nullable Rejection rejection) {
        return rejection == null ? "" : rejection.stage();
    }
}
