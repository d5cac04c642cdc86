package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** How an action competes: mandatory ones stand in a band of their own, before the others. */
public enum ActionClass implements Keyed {
    DEFAULT,
    TRANSACTIONAL,
    MANDATORY;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static ActionClass of(String key) {
        return Keyed.of(ActionClass.class, "actionClass", key);
    }
}
