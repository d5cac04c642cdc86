package org.attune.interaction;

import java.util.Locale;
import org.attune.kernel.Keyed;

/** What is asked of the agent when a conversation is over. */
public enum WrapUpMode implements Keyed {
    /** Nothing: it ends at once, its summary is kept as it was composed. */
    NONE,
    /** A code and a summary may be given; the conversation can also end without a code. */
    OPTIONAL,
    /** A code must be chosen; there is as much time as it takes. */
    REQUIRED,
    /** A code must be chosen in the time of the queue; then the system finishes it with its own code. */
    TIMED;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it cannot be finished without a code. */
    public boolean needsCode() {
        return this == REQUIRED || this == TIMED;
    }
}
