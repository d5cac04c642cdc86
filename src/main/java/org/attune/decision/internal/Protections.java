package org.attune.decision.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.kernel.LocalText;
import org.attune.policy.Shield;

/** Says what the shield does for this customer. */
final class Protections {
    private Protections() {}

    static List<LocalText> of(CustomerContext customer, Vocabulary words) {
        List<LocalText> lines = new ArrayList<>();
        if (Shield.guards(customer)) {
            StringBuilder en = new StringBuilder();
            StringBuilder fr = new StringBuilder();
            for (CustomerState state : customer.activeStates()) {
                LocalText label = words.label(Kind.STATE, state.key());
                en.append(en.isEmpty() ? "" : ", ").append(label.en());
                fr.append(fr.isEmpty() ? "" : ", ").append(label.fr());
            }
            lines.add(new LocalText(
                    "Sales are off for this customer: " + en + ". Cannot be overridden.",
                    "Aucune vente à ce client : " + fr + ". Sans exception."));
            return lines;
        }
        for (Instant ended : customer.endedStates().values()) {
            if (ended.plus(Shield.COOL_OFF).isAfter(customer.at())) {
                lines.add(new LocalText(
                        "Sales stay off for 90 days after a difficulty has ended.",
                        "Aucune vente pendant 90 jours après la fin d’une difficulté."));
                return lines;
            }
        }
        return lines;
    }
}
