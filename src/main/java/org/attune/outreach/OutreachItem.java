package org.attune.outreach;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Keyed;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A customer worth reaching out to.
 *
 * @param rule key of the event rule
 * @param label what it is about, as the rule said when it was made
 * @param why what to know before calling
 * @param signal the signal it follows from
 * @param action key of the suggested action, null when listening is the suggestion
 * @param decision the decision that suggested, or that allowed, the action
 * @param priority 1 to 100; higher first
 * @param channel how the customer prefers to be reached
 * @param notBefore when calling becomes decent: calling hours and the customer's quiet hours
 * @param due by when somebody should have called
 * @param expires when it is too late to be of any use
 * @param who who has taken or closed it, null while it is open
 * @param reason why it was dismissed, null otherwise
 * @param conversation the conversation in which it was taken
 */
public record OutreachItem(
        OutreachId id,
        CustomerId customer,
        String rule,
        LocalText label,
        LocalText why,
        UUID signal,
        String signalType,
        Instant signalAt,
        @Nullable String action,
        @Nullable DecisionId decision,
        int priority,
        Channel channel,
        Instant notBefore,
        Instant due,
        Instant expires,
        State state,
        @Nullable String who,
        @Nullable String reason,
        @Nullable InteractionId conversation,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** Where an item is: open, then taken, then done or dismissed; or expired, when nobody came to it in time. */
    public enum State implements Keyed {
        OPEN,
        TAKEN,
        DONE,
        DISMISSED,
        EXPIRED;

        @Override
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
        public static State of(String key) {
            return Keyed.of(State.class, "state", key);
        }
    }

    /** Why somebody leaves an item undone. */
    public enum Dismissal implements Keyed {
        NOT_REACHED,
        ALREADY_SOLVED,
        NOT_WANTED,
        WRONG_FACTS,
        OTHER;

        @Override
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it waits to be taken or done. */
    public boolean live() {
        return state == State.OPEN || state == State.TAKEN;
    }
}
