package org.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** What kind of value an attribute holds. */
public enum AttributeType implements Keyed {
    /** A double. */
    NUMBER,
    /** A word from an open list. */
    CATEGORY,
    /** True or false. */
    BOOLEAN,
    /** A local date, kept as ISO text. */
    DATE;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static AttributeType of(String key) {
        return Keyed.of(AttributeType.class, "type", key);
    }
}
