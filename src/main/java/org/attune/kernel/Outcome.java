package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What became of an offered action, in the order it may happen. */
public enum Outcome implements Keyed {
    SHOWN,
    PRESENTED,
    ACCEPTED,
    DECLINED,
    NOT_NOW,
    NOT_OFFERED,
    FULFILLED,
    CANCELLED,
    EXPIRED;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key; an unknown one is an {@link InvalidException}. */
    @JsonCreator
    public static Outcome of(String key) {
        return Keyed.of(Outcome.class, "outcome", key);
    }
}
