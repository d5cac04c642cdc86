package org.attune.strategy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** Where a revision stands on its way. */
public enum RevisionState implements Keyed {
    /** Being written; may still change. */
    DRAFT,
    /** Handed in for review. */
    SUBMITTED,
    /** Somebody has agreed to it. */
    APPROVED,
    /** Decisions are made with it. */
    LIVE,
    /** It was live; rolling back makes it live again. */
    RETIRED,
    /** A draft nobody wants any more. */
    DISCARDED;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static RevisionState of(String key) {
        return Keyed.of(RevisionState.class, "state", key);
    }

    /** Whether it is a change request that has not come to its end. */
    public boolean open() {
        return this == DRAFT || this == SUBMITTED || this == APPROVED;
    }
}
