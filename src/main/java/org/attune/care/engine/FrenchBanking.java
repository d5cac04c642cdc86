package org.attune.care.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a French bank owes customers in difficulty: Code monétaire et financier, art. L. 312-1-3 and R. 312-4-3 (the specific offer),
 * and the banks' commitments of 11 December 2018 (caps on incident fees). Read on 2026-11-22; no legal advice.
 */
public final class FrenchBanking {
    /** The specific offer costs at most so much a month, cents. */
    public static final long OFFER_AT_MOST = 3_00;

    /** Incident fees at most, cents. */
    public static final long FEES_A_MONTH = 25_00;

    public static final long FEES_A_YEAR = 200_00;

    /** So many incidents in a month, or in each of three months in a row, are repeated. */
    static final int REPEATED_IN_A_MONTH = 5;

    /** Why the offer must be proposed. */
    public enum Why {
        REPEATED_INCIDENTS,
        OVER_INDEBTED
    }

    /** A fee that was charged. */
    public record Fee(LocalDate on, long cents) {}

    /**
     * Fees beside their caps, cents.
     *
     * @param month what was rightly charged in the month of the day
     * @param year what was rightly charged in its calendar year
     * @param over what was charged above the caps this year, and must be given back
     */
    public record Charged(long month, long year, long over) {
        /** What a further fee may come to today. */
        public long room() {
            return mayCharge(Long.MAX_VALUE, month, year);
        }
    }

    private FrenchBanking() {}

    /** Counts the fees of the calendar year of a day, each with what may be charged of it, in the order in which they were charged. */
    public static Charged charged(List<Fee> fees, LocalDate today) {
        long year = 0;
        long month = 0;
        long over = 0;
        @Nullable YearMonth counted = null;
        for (Fee each : fees) {
            YearMonth of = YearMonth.from(each.on());
            if (of.getYear() != today.getYear() || each.on().isAfter(today)) {
                continue;
            }
            if (!of.equals(counted)) {
                counted = of;
                month = 0;
            }
            long may = mayCharge(each.cents(), month, year);
            month += may;
            year += may;
            over += each.cents() - may;
        }
        return new Charged(YearMonth.from(today).equals(counted) ? month : 0, year, over);
    }

    /**
     * Why the specific offer must be proposed; empty when it need not.
     *
     * @param incidentsThisMonth refused debits and the like
     * @param monthsInARow months in a row with at least one incident
     */
    public static Set<Why> mustPropose(int incidentsThisMonth, int monthsInARow, boolean overIndebted) {
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (incidentsThisMonth >= REPEATED_IN_A_MONTH || monthsInARow >= 3) {
            why.add(Why.REPEATED_INCIDENTS);
        }
        if (overIndebted) {
            why.add(Why.OVER_INDEBTED);
        }
        return why;
    }

    /** What may be charged of an incident fee, cents. */
    public static long mayCharge(long fee, long chargedThisMonth, long chargedThisYear) {
        long room = Math.min(FEES_A_MONTH - chargedThisMonth, FEES_A_YEAR - chargedThisYear);
        return Math.max(0, Math.min(fee, room));
    }
}
