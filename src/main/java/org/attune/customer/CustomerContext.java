package org.attune.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one customer at one instant, read in one go. Immutable; decisions are made from this and nothing else.
 *
 * @param at the instant the snapshot speaks of
 * @param attributes by dictionary key; values are Double, String or Boolean
 * @param consents by purpose, e.g. {@code sales_calls}
 * @param preferences e.g. {@code tone}, {@code channel}
 * @param states declared, imported and derived ones, ended ones of the last two years included
 * @param signals of the last 180 days, newest first
 */
public record CustomerContext(
        CustomerId id,
        Instant at,
        String ref,
        String displayName,
        Language language,
        List<String> phones,
        Map<String, AttributeValue> attributes,
        Map<String, Boolean> consents,
        Map<String, String> preferences,
        List<Holding> holdings,
        List<StateFact> states,
        List<SignalFact> signals) {

    /** The states the customer is in. */
    public Set<CustomerState> activeStates() {
        Set<CustomerState> active = EnumSet.noneOf(CustomerState.class);
        states.stream().filter(s -> s.activeAt(at)).forEach(s -> active.add(s.state()));
        return active;
    }

    /** For each state that has ended and is not active again, the latest end. */
    public Map<CustomerState, Instant> endedStates() {
        Map<CustomerState, Instant> ended = new EnumMap<>(CustomerState.class);
        Set<CustomerState> active = activeStates();
        for (StateFact each : states) {
            Instant until = each.until();
            if (until != null && !until.isAfter(at) && !active.contains(each.state())) {
                ended.merge(each.state(), until, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return ended;
    }

    /** Whole days since the last signal of each type. */
    public Map<String, Long> signalDays() {
        Map<String, Long> days = new TreeMap<>();
        for (SignalFact each : signals) {
            if (!each.at().isAfter(at)) {
                days.merge(each.type(), Duration.between(each.at(), at).toDays(), Math::min);
            }
        }
        return days;
    }

    /** How many signals of each type in the last 90 days. */
    public Map<String, Long> signalCount() {
        Map<String, Long> counts = new TreeMap<>();
        Instant from = at.minus(Duration.ofDays(90));
        for (SignalFact each : signals) {
            if (!each.at().isAfter(at) && each.at().isAfter(from)) {
                counts.merge(each.type(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** An attribute's value, null when it is not known. */
    public @Nullable Object value(String key) {
        AttributeValue found = attributes.get(key);
        return found == null ? null : found.value();
    }
}
