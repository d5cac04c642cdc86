package org.attune.care.engine;

import java.time.LocalDate;
import java.util.List;
import org.attune.kernel.ConflictException;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nobody asks for repayment, after the Debt Respite Scheme (Breathing Space) Regulations 2020 (UK). The day it starts
 * is day 1.
 *
 * @param reviewFrom first day of the review, day 25; null for the mental-health variant
 * @param reviewTo last day of the review, day 35
 * @param lastDay day 60; null while the treatment of the mental-health variant lasts
 */
public record Moratorium(
        LocalDate start,
        @Nullable LocalDate reviewFrom,
        @Nullable LocalDate reviewTo,
        @Nullable LocalDate lastDay) {
    /** Length of the standard variant, days. */
    public static final int DAYS = 60;

    static final int REVIEW_FROM = 25;
    static final int REVIEW_TO = 35;
    static final int AFTER_TREATMENT = 30;

    /**
     * The standard variant.
     *
     * @param lastDays the last day of each earlier standard moratorium of the customer
     * @throws ConflictException when one ran in the twelve months before
     */
    public static Moratorium standard(LocalDate start, List<LocalDate> lastDays) {
        for (LocalDate earlier : lastDays) {
            if (!earlier.isBefore(start.minusMonths(12))) {
                LocalDate next = earlier.plusMonths(12).plusDays(1);
                throw Refusal.conflict(
                        "There was a breathing space in the last 12 months; the next one is possible from " + next
                                + ".",
                        "Il y a eu un répit dans les 12 derniers mois ; le prochain est possible à partir du " + next
                                + ".");
            }
        }
        return new Moratorium(
                start, start.plusDays(REVIEW_FROM - 1L), start.plusDays(REVIEW_TO - 1L), start.plusDays(DAYS - 1L));
    }

    /** The mental-health variant: as long as the treatment lasts. It may be repeated. */
    public static Moratorium inTreatment(LocalDate start) {
        return new Moratorium(start, null, null, null);
    }

    /** The same after the treatment has ended: 30 more days. */
    public Moratorium treatmentEnded(LocalDate day) {
        return new Moratorium(start, reviewFrom, reviewTo, day.plusDays(AFTER_TREATMENT));
    }

    /** Whether it runs on a day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(start) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** Whether the review may and should be made on a day. */
    public boolean reviewOn(LocalDate day) {
        return reviewFrom != null && reviewTo != null && !day.isBefore(reviewFrom) && !day.isAfter(reviewTo);
    }
}
