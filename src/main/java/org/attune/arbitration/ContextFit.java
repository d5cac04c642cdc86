package org.attune.arbitration;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One situation, as context weights and thresholds can name it.
 *
 * @param reason of call, empty when unknown
 * @param signals types of signals received
 * @param states the customer is in
 * @param journeys the customer is on, each with its stage
 * @param volume of calls: {@code low}, {@code normal}, {@code high}, or empty when nobody told
 */
public record ContextFit(
        String reason, Set<String> signals, Set<String> states, Map<String, String> journeys, String volume) {
    private static final Set<String> VOLUMES = Set.of("low", "normal", "high");

    /** A situation without journeys, of a volume nobody told. */
    public ContextFit(String reason, Set<String> signals, Set<String> states) {
        this(reason, signals, states, Map.of(), "");
    }

    /** The volume of calls as the live context tells it under {@code volume}, empty when it does not. */
    public static String volume(Map<String, Object> context) {
        Object told = context.get("volume");
        return told instanceof String word && VOLUMES.contains(word) ? word : "";
    }

    /** Whether a weight applies to an action in this situation. A weight that names no situation applies to nothing. */
    public boolean matches(ContextWeight weight, String issue, String group, String action) {
        return matches(weight) && weight.isAbout(issue, group, action);
    }

    /** Whether this is the situation a weight names. */
    public boolean matches(ContextWeight weight) {
        return weight.namesSituation()
                && same(weight.reason(), reason)
                && (weight.signal() == null || signals.contains(weight.signal()))
                && inState(weight.state())
                && onJourney(weight.journey(), weight.stage())
                && same(weight.volume(), volume);
    }

    /** Whether a threshold holds in this situation. One that names no situation holds in all. */
    public boolean matches(NoneThreshold threshold) {
        return same(threshold.reason(), reason)
                && inState(threshold.state())
                && onJourney(threshold.journey(), threshold.stage())
                && same(threshold.volume(), volume);
    }

    private boolean inState(@Nullable String state) {
        return state == null || states.contains(state);
    }

    private boolean onJourney(@Nullable String journey, @Nullable String stage) {
        if (journey == null) {
            return stage == null || journeys.containsValue(stage);
        }
        String at = journeys.get(journey);
        return at != null && (stage == null || stage.equals(at));
    }

    private static boolean same(@Nullable String named, String is) {
        return named == null || named.equals(is);
    }
}
