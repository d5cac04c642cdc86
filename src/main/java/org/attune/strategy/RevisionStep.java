package org.attune.strategy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** Something that was done with a revision. */
public record RevisionStep(Kind kind, String who, Instant at, String note) {
    /** What was done. */
    public enum Kind implements Keyed {
        DRAFTED,
        CHANGED,
        SUBMITTED,
        APPROVED,
        RETURNED,
        PUBLISHED,
        REPLACED,
        ROLLED_BACK,
        DISCARDED;

        @Override
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
        @JsonCreator
        public static Kind of(String key) {
            return Keyed.of(Kind.class, "step", key);
        }
    }
}
