package org.attune.telephony;

import java.util.Locale;
import org.attune.kernel.Keyed;

/** Telephone systems whose own events are understood. */
public enum Provider implements Keyed {
    /** Asterisk, events of its REST interface (ARI). */
    ASTERISK,
    /** Genesys Cloud, notifications about the calls of a user. */
    GENESYS,
    /** Amazon Connect, contact events of EventBridge. */
    AMAZON_CONNECT,
    /** Twilio TaskRouter, event callbacks. */
    TWILIO,
    /** Whatever speaks to Zammad's generic CTI. */
    ZAMMAD;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    public static Provider of(String key) {
        return Keyed.of(Provider.class, "system", key);
    }
}
