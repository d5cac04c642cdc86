package org.attune.policy;

import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code count} contacts of a kind per customer in {@code days} local calendar days.
 *
 * @param issue only actions of this issue count and are held back, null for all
 * @param channel only this channel, null for all
 */
public record ContactLimit(
        String key,
        LocalText label,
        @Nullable String issue,
        @Nullable Channel channel,
        int count,
        int days) {}
