package org.attune.interaction;

import java.util.Locale;
import org.attune.kernel.Keyed;

/** What happened in a conversation, the weightiest first; a code that fits it is proposed. */
public enum WrapUpHint implements Keyed {
    /** A difficulty was recorded, an arrangement made, the customer passed on. */
    CARE,
    /** Something was accepted. */
    ACCEPTED,
    /** Something comes back on a day. */
    FOLLOW_UP,
    /** Something was declined, and nothing accepted. */
    DECLINED,
    /** Nothing was answered. */
    NOTHING;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
