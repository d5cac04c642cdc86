package org.attune.history;

import java.math.BigDecimal;
import java.util.Set;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/** Something of which there is only so much: contacts with one customer, or a supply shared by all customers. */
public sealed interface Quota {
    /** Names it among its kind. */
    String key();

    /** How long a place is held for who claimed it, minutes. */
    int holdMinutes();

    /**
     * At most {@code count} contacts with a customer in {@code days} local calendar days, today included.
     *
     * @param scope what is counted
     * @param channel only contacts of this channel, null for all
     * @param everyConversation whether a conversation counts even when nothing was presented in it
     */
    record Limit(
            String key,
            Scope scope,
            @Nullable Channel channel,
            int count,
            int days,
            boolean everyConversation,
            int holdMinutes)
            implements Quota {}

    /**
     * A stock of acceptances, a budget, or both.
     *
     * @param stock null for no limit
     * @param budget EUR, null for no limit
     */
    record Supply(
            String key, @Nullable Integer stock, @Nullable BigDecimal budget, int holdMinutes) implements Quota {}

    /**
     * Which actions a limit is about.
     *
     * @param issue null for any
     * @param group null for any
     * @param only these actions, null for any
     * @param except these do not count whatever else is said
     * @param also these count whatever else is said, such as bundles with a member that counts
     */
    record Scope(
            @Nullable String issue,
            @Nullable String group,
            @Nullable Set<String> only,
            Set<String> except,
            Set<String> also) {

        /** Whether an action counts. */
        public boolean covers(String action, String itsIssue, String itsGroup) {
            return !except.contains(action)
                    && (also.contains(action)
                            || (issue == null || issue.equals(itsIssue))
                                    && (group == null || group.equals(itsGroup))
                                    && (only == null || only.contains(action)));
        }
    }
}
