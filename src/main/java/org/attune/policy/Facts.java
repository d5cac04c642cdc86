package org.attune.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.history.PastOffer;
import org.attune.kernel.Keyed;
import org.attune.kernel.Outcome;
import org.attune.policy.engine.Slots;
import org.jspecify.annotations.Nullable;

/**
 * What rules can read about one customer at one moment, by variable name. Built once per decision. Ages are whole days of 24
 * hours.
 */
public final class Facts {
    /** The ages of every signal by type, what {@code count_within} counts; no variable of its own. */
    static final String SIGNAL_AGES = "signal_ages";

    private final Map<String, Object> values;
    private @Nullable Variables filledFor;
    private @Nullable Slots slots;

    /** Facts by variable name: attributes, and what {@link #of} adds. */
    public Facts(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * By variable name: attributes, {@code states}, {@code holdings}, {@code signals}, {@code signal_count}, {@code reason},
     * {@code channel}, {@code language}, {@code consents}, {@code preferences}, {@code context}, {@code journeys},
     * {@code stage_days}, and from past offers {@code accepted}, {@code declined} (days since), {@code accepted_90},
     * {@code declined_30}, {@code presented_30} (how often), {@code last_contact_days} (by issue).
     */
    public Map<String, Object> values() {
        return values;
    }

    /** Collects the facts of a moment without journeys. */
    public static Facts of(
            CustomerContext customer,
            List<PastOffer> past,
            String reason,
            String channel,
            Map<String, Object> liveContext) {
        return of(customer, past, reason, channel, liveContext, Map.of(), Map.of());
    }

    /** Collects the facts of a moment, with where the customer stands on these journeys. */
    public static Facts of(
            CustomerContext customer,
            List<PastOffer> past,
            String reason,
            String channel,
            Map<String, Object> liveContext,
            JourneyStages journeys) {
        Map<String, JourneyStages.Place> places = journeys.of(customer);
        return of(
                customer,
                past,
                reason,
                channel,
                liveContext,
                JourneyStages.stages(places),
                JourneyStages.days(places, customer.at()));
    }

    /**
     * Collects the facts of a moment.
     *
     * @param journeys the stage the customer is in, by journey
     * @param stageDays whole days in that stage, by journey
     */
    public static Facts of(
            CustomerContext customer,
            List<PastOffer> past,
            String reason,
            String channel,
            Map<String, Object> liveContext,
            Map<String, String> journeys,
            Map<String, Long> stageDays) {
        Map<String, Object> values = HashMap.newHashMap(customer.attributes().size() + 20);
        for (Map.Entry<String, AttributeValue> each : customer.attributes().entrySet()) {
            values.put(each.getKey(), each.getValue().value());
        }
        values.put("states", customer.activeStates().stream().map(Keyed::key).toList());
        values.put(
                "holdings", customer.holdings().stream().map(Holding::product).toList());
        addSignals(values, customer);
        addPast(values, past, customer.at());
        values.put("reason", reason);
        values.put("channel", channel);
        values.put("language", customer.language().key());
        values.put("consents", customer.consents());
        values.put("preferences", customer.preferences());
        values.put("context", liveContext);
        values.put("journeys", journeys);
        values.put("stage_days", stageDays);
        return new Facts(values);
    }

    /** The values at the slots of these variables, put there once. */
    Slots slots(Variables variables) {
        Slots filled = slots;
        if (filled == null || filledFor != variables) {
            filled = variables.fill(values);
            slots = filled;
            filledFor = variables;
        }
        return filled;
    }

    private static void addSignals(Map<String, Object> values, CustomerContext customer) {
        Map<String, Long> latest = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        Map<String, List<Long>> ages = new HashMap<>();
        for (SignalFact each : customer.signals()) {
            if (!each.at().isAfter(customer.at())) {
                long age = age(each.at(), customer.at());
                latest.merge(each.type(), age, Math::min);
                ages.computeIfAbsent(each.type(), type -> new ArrayList<>()).add(age);
                if (age < 90) {
                    counts.merge(each.type(), 1L, Long::sum);
                }
            }
        }
        values.put("signals", latest);
        values.put("signal_count", counts);
        values.put(SIGNAL_AGES, ages);
    }

    private static void addPast(Map<String, Object> values, List<PastOffer> past, Instant now) {
        Map<String, Long> accepted = new HashMap<>();
        Map<String, Long> declined = new HashMap<>();
        Map<String, Long> acceptedLately = new HashMap<>();
        Map<String, Long> declinedLately = new HashMap<>();
        Map<String, Long> presentedLately = new HashMap<>();
        Map<String, Long> contact = new HashMap<>();
        for (PastOffer each : past) {
            long age = Math.max(0, age(each.at(), now));
            Outcome state = each.state();
            if (state == Outcome.ACCEPTED) {
                accepted.merge(each.action(), age, Math::min);
            }
            if ((state == Outcome.ACCEPTED || state == Outcome.FULFILLED) && age < 90) {
                acceptedLately.merge(each.action(), 1L, Long::sum);
            }
            if (state == Outcome.DECLINED) {
                declined.merge(each.action(), age, Math::min);
                if (age < 30) {
                    declinedLately.merge(each.action(), 1L, Long::sum);
                }
            }
            if (each.presentedAt() != null || answered(state)) {
                contact.merge(each.issue(), age, Math::min);
                if (age < 30) {
                    presentedLately.merge(each.action(), 1L, Long::sum);
                }
            }
        }
        values.put("accepted", accepted);
        values.put("declined", declined);
        values.put("accepted_90", acceptedLately);
        values.put("declined_30", declinedLately);
        values.put("presented_30", presentedLately);
        values.put("last_contact_days", contact);
    }

    /** An answer implies that the action was presented, where nobody noted when. */
    private static boolean answered(Outcome state) {
        return state != Outcome.SHOWN && state != Outcome.NOT_OFFERED && state != Outcome.EXPIRED;
    }

    private static long age(Instant at, Instant now) {
        return Duration.between(at, now).toDays();
    }
}
