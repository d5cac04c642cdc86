package org.attune.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.attune.history.CareFigures;
import org.attune.history.engine.Rates;
import org.jspecify.annotations.Nullable;

/**
 * What the shield held back, and how protected customers fare beside the others.
 *
 * @param decisions how many decisions Attune took
 * @param guarded of these, about a customer who was protected at that moment
 * @param looked how many of the latest decisions the blocks were counted in
 * @param blocks actions held back in these
 * @param rules blocks by rule
 * @param states blocks by state; a block counts for each state that forbids it
 * @param issues blocks by issue
 * @param days blocks by local day and rule
 */
public record ProtectionSheet(
        Selection selection,
        Instant readAt,
        long decisions,
        long guarded,
        int looked,
        long blocks,
        Map<String, Long> rules,
        Map<String, Long> states,
        Map<String, Long> issues,
        SortedMap<LocalDate, Map<String, Long>> days,
        CareFigures care) {

    /** The keys by their count, the largest first. */
    public static List<Map.Entry<String, Long>> bySize(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** How much more often protected customers accept help that is proposed; null when one side heard none. */
    public Rates.@Nullable Gap accepted() {
        CareFigures.Side one = care.protectedOnes();
        CareFigures.Side other = care.others();
        return Rates.gap(one.accepted(), one.presented(), other.accepted(), other.presented());
    }

    /** How much more often help is on the list of protected customers; null when one side has no list. */
    public Rates.@Nullable Gap helped() {
        CareFigures.Side one = care.protectedOnes();
        CareFigures.Side other = care.others();
        return Rates.gap(one.helped(), one.decisions(), other.helped(), other.decisions());
    }

    /** How many times as often protected customers accept help that is proposed; null when one side heard or accepted none. */
    public Rates.@Nullable Ratio acceptedRatio() {
        CareFigures.Side one = care.protectedOnes();
        CareFigures.Side other = care.others();
        return Rates.ratio(one.accepted(), one.presented(), other.accepted(), other.presented());
    }

    /** How many times as often help is on the list of protected customers; null when one side has none. */
    public Rates.@Nullable Ratio helpedRatio() {
        CareFigures.Side one = care.protectedOnes();
        CareFigures.Side other = care.others();
        return Rates.ratio(one.helped(), one.decisions(), other.helped(), other.decisions());
    }
}
