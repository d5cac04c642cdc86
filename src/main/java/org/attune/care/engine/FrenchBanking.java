package org.attune.care.engine;

import java.util.EnumSet;
import java.util.Set;

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

    private FrenchBanking() {}

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
