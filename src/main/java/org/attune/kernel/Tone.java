package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a treatment speaks. */
public enum Tone implements Keyed {
    GENTLE,
    NEUTRAL,
    DIRECT;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key; an unknown one is an {@link InvalidException}. */
    @JsonCreator
    public static Tone of(String key) {
        return Keyed.of(Tone.class, "tone", key);
    }
}
