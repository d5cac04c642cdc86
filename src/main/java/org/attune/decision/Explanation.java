package org.attune.decision;

import java.util.List;
import org.attune.decision.Recommendation.Reason;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Why, for the person at the desk: no figures, and never a protected attribute.
 *
 * @param action what was asked about, {@link Decisions#NONE} for listening
 * @param rank its place, 0 for listening
 * @param reasons at most three for it and one against
 * @param none why nothing is proposed, null when something is
 * @param rival what would have to be otherwise for the order to change; null when nothing near would
 * @param almost what a single condition keeps out; null when nothing is that near
 * @param waiting what may not be proposed again yet, with the day from which it may
 */
public record Explanation(
        String action,
        int rank,
        List<Reason> reasons,
        @Nullable LocalText none,
        @Nullable Rival rival,
        @Nullable Almost almost,
        List<Waiting> waiting) {

    /** What stands between two places. */
    public enum Gap {
        /** How likely the customer is to accept. */
        LIKELIHOOD,
        /** Reason of call, signals, states. */
        CONTEXT,
        /** Worth to customer and company. */
        VALUE,
        /** What the company has set by hand. */
        LEVER
    }

    /** How the places came about. */
    public enum Kind {
        /** By the factors of priority. */
        FACTORS,
        /** Too unlikely to help to be proposed at all. */
        TOO_UNLIKELY,
        /** The first was tried out this time to learn from it. */
        TRIED_OUT,
        /** The first is mandatory. */
        MANDATORY,
        /** The control group's chance. */
        CHANCE
    }

    /**
     * An action that would be first if.
     *
     * @param first what is first now, null when nothing is proposed
     * @param gaps what would have to be as good as with the first; one, or several together
     */
    public record Rival(
            String action, LocalText title, @Nullable LocalText first, Kind kind, List<Gap> gaps) {}

    /** What would have to be otherwise. */
    public enum Need {
        /** A number lower. */
        LOWER,
        /** A number higher. */
        HIGHER,
        /** Otherwise than it is. */
        OTHERWISE,
        /** Known at all. */
        KNOWN,
        /** The customer calling about it. */
        REASON_OF_CALL,
        /** It having happened lately. */
        SIGNAL,
        /** The customer having the product. */
        HELD
    }

    /** An action that one condition keeps out. */
    public record Almost(String action, LocalText title, Need need, LocalText subject) {}

    /** An action that must wait. */
    public record Waiting(String action, LocalText title, LocalText words) {}
}
