package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a conversation takes place. */
public enum Channel implements Keyed {
    CALL_CENTER,
    BRANCH,
    WEB,
    MOBILE,
    IVR,
    CHAT,
    EMAIL,
    SMS;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key; an unknown one is an {@link InvalidException}. */
    @JsonCreator
    public static Channel of(String key) {
        return Keyed.of(Channel.class, "channel", key);
    }
}
