package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** What an action does to the customer; the shield judges by it. */
public enum Nature implements Keyed {
    SALE,
    UPSELL,
    CREDIT,
    COLLECTION,
    FORBEARANCE,
    HELP,
    CARE,
    INFORMATION;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The nature of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static Nature of(String key) {
        return Keyed.of(Nature.class, "nature", key);
    }
}
