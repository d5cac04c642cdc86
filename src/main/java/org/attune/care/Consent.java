package org.attune.care;

import java.util.List;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;

/**
 * The customer's yes to something being written down.
 *
 * @param how how it was given, e.g. {@code said}, {@code written}
 */
public record Consent(boolean given, String how) {
    /** Nobody said yes. */
    public static final Consent NONE = new Consent(false, "");

    /** Said in this conversation. */
    public static final Consent SAID = new Consent(true, "said");

    /** How it was given; without consent an {@link InvalidException}: nothing may then be recorded. */
    public String required() {
        if (!given || how.isBlank()) {
            throw new InvalidException(List.of(new Problem(
                    "consent",
                    new LocalText(
                            "Ask the customer first: without consent nothing is written down.",
                            "Demandez d’abord au client : sans son accord, rien n’est enregistré."))));
        }
        return how;
    }
}
