package org.attune.customer.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;

/**
 * What follows from other facts: arrears, and early signs of hardship. A pure function; nothing of it is stored, but for
 * the end of arrears that were told in days.
 *
 * @param arrears the derived state, running or the last one that ended, null when there was none
 * @param hardshipSince since when bills were missed in a way that suggests hardship, null when not
 */
record DerivedFacts(@Nullable StateFact arrears, @Nullable Instant hardshipSince) {
    /** Source of everything derived. */
    static final String SOURCE = "derived";

    static final String ARREARS_DAYS = "arrears_days";
    static final String HARDSHIP_LIKELY = "hardship_likely";
    private static final String BILL_MISSED = "bill-missed";

    private static final Duration ARREARS_WINDOW = Duration.ofDays(60);
    private static final Duration IN_A_ROW = Duration.ofDays(62);
    private static final Duration SIX_MONTHS = Duration.ofDays(180);

    /**
     * @param arrearsDays as the billing system told, null when unknown
     * @param toldAt when it told
     * @param limit days from which a customer counts as in arrears
     * @param signals newest first
     */
    static DerivedFacts of(
            Instant at, @Nullable Double arrearsDays, Instant toldAt, int limit, List<SignalFact> signals) {
        List<Instant> missed = signals.stream()
                .filter(each -> each.type().equals(BILL_MISSED) && !each.at().isAfter(at))
                .map(SignalFact::at)
                .toList();
        StateFact arrears = arrearsDays != null && arrearsDays >= limit
                ? arrears(inArrearsSince(arrearsDays, toldAt), null)
                : arrearsOfMissedBills(at, missed);
        return new DerivedFacts(arrears, hardshipSince(at, missed));
    }

    /** When arrears of so many days began. */
    static Instant inArrearsSince(double arrearsDays, Instant toldAt) {
        return toldAt.minus(Duration.ofDays((long) Math.min(arrearsDays, 36_500)));
    }

    static StateFact arrears(Instant since, @Nullable Instant until) {
        return new StateFact(CustomerState.ARREARS, since, until, SOURCE, null);
    }

    /** In arrears from the second bill missed within 60 days until 60 days after the last but one. */
    private static @Nullable StateFact arrearsOfMissedBills(Instant at, List<Instant> missed) {
        Instant since = null;
        Instant until = null;
        List<Instant> ascending = new ArrayList<>(missed).reversed();
        for (int i = 1; i < ascending.size(); i++) {
            Instant end = ascending.get(i - 1).plus(ARREARS_WINDOW);
            if (ascending.get(i).isAfter(end)) {
                continue;
            }
            if (until == null || ascending.get(i).isAfter(until)) {
                since = ascending.get(i);
            }
            until = end;
        }
        if (since == null || until == null) {
            return null;
        }
        return arrears(since, until.isAfter(at) ? null : until);
    }

    /** Two bills missed in a row or three in six months. */
    private static @Nullable Instant hardshipSince(Instant at, List<Instant> missed) {
        if (within(at, missed, 2, IN_A_ROW) || within(at, missed, 3, SIX_MONTHS)) {
            return missed.getFirst();
        }
        return null;
    }

    private static boolean within(Instant at, List<Instant> newestFirst, int count, Duration window) {
        return newestFirst.size() >= count && !newestFirst.get(count - 1).isBefore(at.minus(window));
    }
}
