package org.attune.floor;

import java.time.Instant;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One line of the floor: an agent in a conversation, or one who is free.
 *
 * @param agent user name
 * @param name as people read it
 * @param since since when it is so, null where that is not known
 * @param queue where the caller waited, empty when unknown
 * @param reason key of the reason of call, empty when unknown
 * @param channel null when free
 * @param guarded whether the customer is protected; from what is nobody's business here
 */
record Seat(
        String agent,
        String name,
        State state,
        @Nullable Instant since,
        String queue,
        String reason,
        @Nullable Channel channel,
        boolean guarded) {
    /** What an agent does. */
    enum State {
        RINGING,
        TALKING,
        HELD,
        WRAP_UP,
        FREE,
        RESTING
    }
}
