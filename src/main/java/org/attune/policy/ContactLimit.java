package org.attune.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.attune.catalog.Nature;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code count} contacts of a kind per customer in {@code days} local calendar days, today included. A contact is a
 * conversation in which something of the kind was presented, whoever proposed it. Transactional and mandatory actions neither count
 * nor are they held back.
 *
 * @param issue only actions of this issue count and are held back, null for all
 * @param group only actions of this group, null for all
 * @param nature only actions of this nature, null for all
 * @param channel only this channel, null for all
 * @param counts {@code presented}, or {@code conversations}: then every conversation counts, whether anything was presented or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLimit(
        String key,
        LocalText label,
        @Nullable String issue,
        @Nullable String group,
        @Nullable Nature nature,
        @Nullable Channel channel,
        int count,
        int days,
        String counts) {
    /** Conversations in which something of the kind was presented. */
    public static final String PRESENTED = "presented";
    /** Every conversation. */
    public static final String CONVERSATIONS = "conversations";

    public ContactLimit {
        counts = counts == null || counts.isBlank() ? PRESENTED : counts;
    }
}
