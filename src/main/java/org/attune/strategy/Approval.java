package org.attune.strategy;

import org.attune.kernel.ConflictException;
import org.attune.kernel.LocalText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a second person has to agree before something goes live: setting {@code attune.approval}, {@code required} or
 * {@code optional}. Kill switches and rolling back never wait.
 */
@Component
public class Approval {
    private final boolean required;

    Approval(@Value("${attune.approval:optional}") String setting) {
        required = switch (setting) {
            case "required" -> true;
            case "optional" -> false;
            default ->
                throw new IllegalArgumentException(
                        "attune.approval is '" + setting + "'; it can be required or optional.");
        };
    }

    /** Whether somebody other than its author has to approve a change before it goes live. */
    public boolean required() {
        return required;
    }

    void mayGoLiveAtOnce() {
        if (required) {
            throw new ConflictException(
                    new LocalText(
                            "Here a second person approves every change: save it as a draft and hand it in.",
                            "Ici, une deuxième personne approuve chaque changement : enregistrez un brouillon, puis soumettez-le."));
        }
    }

    /** Whether somebody may approve what another (or the same) person wrote. */
    public boolean mayApprove(String author, String who) {
        return !required || !author.equals(who);
    }

    void requireOther(String author, String who) {
        if (!mayApprove(author, who)) {
            throw new ConflictException(new LocalText(
                    "Somebody else has to approve what " + author + " wrote.",
                    "Quelqu’un d’autre doit approuver ce que " + author + " a écrit."));
        }
    }
}
