package org.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** How carefully an attribute must be handled. */
public enum Sensitivity implements Keyed {
    /** No special care. */
    ORDINARY,
    /** Personal, shown to those who need it. */
    PERSONAL,
    /** Age, sex, origin, health, family and the like: never a predictor, never named as a reason. */
    PROTECTED;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sensitivity of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static Sensitivity of(String key) {
        return Keyed.of(Sensitivity.class, "sensitivity", key);
    }
}
