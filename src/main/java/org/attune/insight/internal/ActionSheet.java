package org.attune.insight.internal;

import java.time.Instant;
import java.util.List;
import org.attune.history.DayFigures;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of actions shows, read in one go.
 *
 * @param selection what was asked for
 * @param decisions how many decisions Attune took
 * @param guarded how many of them about a protected customer
 * @param adherenceBefore presented / shown over as many days before, null when there is nothing to compare with
 * @param days presented and accepted per day, listening left out
 * @param silent how many actions of the catalog were never shown
 */
public record ActionSheet(
        Selection selection,
        Instant readAt,
        List<ActionRow> rows,
        Totals totals,
        long decisions,
        long guarded,
        @Nullable Double adherenceBefore,
        List<DayFigures> days,
        int silent,
        double controlShare) {}
