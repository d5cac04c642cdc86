package org.attune.decision.internal;

import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.kernel.LocalText;
import org.attune.policy.Protection;

/** Says what the shield does for this customer. */
final class Protections {
    private Protections() {}

    static List<LocalText> of(CustomerContext customer, Protection protection, Vocabulary words) {
        if (protection.guarded()) {
            StringBuilder en = new StringBuilder();
            StringBuilder fr = new StringBuilder();
            for (CustomerState state : customer.activeStates()) {
                LocalText label = words.label(Kind.STATE, state.key());
                en.append(en.isEmpty() ? "" : ", ").append(label.en());
                fr.append(fr.isEmpty() ? "" : ", ").append(label.fr());
            }
            return List.of(new LocalText(
                    "Sales are off for this customer: " + en + ". Cannot be overridden.",
                    "Aucune vente à ce client : " + fr + ". Sans exception."));
        }
        if (protection.coolingOff()) {
            int days = protection.coolOffDays();
            return List.of(new LocalText(
                    "Sales stay off for " + days + " days after a difficulty has ended.",
                    "Aucune vente pendant " + days + " jours après la fin d’une difficulté."));
        }
        return List.of();
    }
}
