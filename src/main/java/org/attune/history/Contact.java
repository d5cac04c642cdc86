package org.attune.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.kernel.Channel;

/**
 * Something that was said to a customer, or a mere conversation.
 *
 * @param holder the conversation, or the decision where there is none
 * @param action empty for a mere conversation
 * @param day the local day
 */
public record Contact(UUID holder, String action, String issue, String group, Channel channel, LocalDate day) {
    /** Whether it counts for a limit, whenever it was. */
    public boolean countsFor(Quota.Limit limit) {
        return (limit.channel() == null || limit.channel() == channel)
                && (limit.everyConversation()
                        || !action.isEmpty() && limit.scope().covers(action, issue, group));
    }

    /**
     * How a limit stands for one customer. A holder counts once, on the last day on which something was said; the one who asks does
     * not count.
     *
     * @param reserved holders of a place who said nothing yet
     */
    public static Standing standing(
            Quota.Limit limit, Collection<Contact> contacts, Set<UUID> reserved, UUID asking, LocalDate today) {
        LocalDate since = today.minusDays(limit.days() - 1L);
        Map<UUID, LocalDate> used = new HashMap<>();
        for (Contact each : contacts) {
            if (!each.holder.equals(asking) && !each.day.isBefore(since) && each.countsFor(limit)) {
                used.merge(each.holder, each.day, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<UUID> waiting = new HashSet<>(reserved);
        waiting.removeAll(used.keySet());
        waiting.remove(asking);
        int total = used.size() + waiting.size();
        LocalDate again = null;
        if (total >= limit.count() && used.size() > total - limit.count()) {
            List<LocalDate> days = new ArrayList<>(used.values());
            Collections.sort(days);
            again = days.get(total - limit.count()).plusDays(limit.days());
        }
        return new Standing(used.size(), waiting.size(), Standing.FRESH.spent(), Standing.FRESH.held(), again);
    }
}
