package org.attune.history;

import static org.attune.kernel.Outcome.ACCEPTED;
import static org.attune.kernel.Outcome.CANCELLED;
import static org.attune.kernel.Outcome.DECLINED;
import static org.attune.kernel.Outcome.EXPIRED;
import static org.attune.kernel.Outcome.FULFILLED;
import static org.attune.kernel.Outcome.NOT_NOW;
import static org.attune.kernel.Outcome.NOT_OFFERED;
import static org.attune.kernel.Outcome.PRESENTED;
import static org.attune.kernel.Outcome.SHOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which outcome may follow which: shown, presented, then accepted, declined or not-now; accepted may become fulfilled or
 * cancelled, fulfilled cancelled. What was shown only may be not-offered. An answer may skip the steps it implies, and a
 * late one replaces expired. Answers never turn into one another: take the wrong one back first.
 */
public final class OutcomeOrder {

    /** What an outcome means for an offer in some state. */
    public enum Move {
        /** It is the next step. */
        NEXT,
        /** The offer stands there or has passed it already: nothing changes. */
        REPEAT,
        /** It contradicts what happened. */
        REFUSED
    }

    private static final Set<Outcome> RANKED = Set.of(SHOWN, PRESENTED, ACCEPTED, DECLINED, NOT_NOW, NOT_OFFERED);

    private static final Map<Outcome, Set<Outcome>> NEXT = new EnumMap<>(Map.of(
            SHOWN, Set.of(PRESENTED, ACCEPTED, DECLINED, NOT_NOW, NOT_OFFERED, EXPIRED),
            PRESENTED, Set.of(ACCEPTED, DECLINED, NOT_NOW, EXPIRED),
            EXPIRED, Set.of(PRESENTED, ACCEPTED, DECLINED, NOT_NOW, NOT_OFFERED),
            ACCEPTED, Set.of(FULFILLED, CANCELLED),
            FULFILLED, Set.of(CANCELLED)));

    private static final Map<Outcome, Set<Outcome>> PASSED = new EnumMap<>(Map.of(
            PRESENTED, Set.of(SHOWN),
            ACCEPTED, Set.of(SHOWN, PRESENTED),
            DECLINED, Set.of(SHOWN, PRESENTED),
            NOT_NOW, Set.of(SHOWN, PRESENTED),
            NOT_OFFERED, Set.of(SHOWN),
            FULFILLED, Set.of(SHOWN, PRESENTED, ACCEPTED),
            CANCELLED, Set.of(SHOWN, PRESENTED, ACCEPTED),
            EXPIRED, Set.of(SHOWN)));

    private OutcomeOrder() {}

    /**
     * What an outcome means for an offer.
     *
     * @param state where the offer stands, null when it was ranked but never shown
     */
    public static Move move(@Nullable Outcome state, Outcome outcome) {
        if (state == null) {
            return RANKED.contains(outcome) ? Move.NEXT : Move.REFUSED;
        }
        if (state == outcome || PASSED.getOrDefault(state, Set.of()).contains(outcome)) {
            return Move.REPEAT;
        }
        return NEXT.getOrDefault(state, Set.of()).contains(outcome) ? Move.NEXT : Move.REFUSED;
    }

    /** Whether an offer with this outcome was said to the customer. */
    public static boolean impliesPresented(Outcome outcome) {
        return switch (outcome) {
            case PRESENTED, ACCEPTED, DECLINED, NOT_NOW, FULFILLED, CANCELLED -> true;
            case SHOWN, NOT_OFFERED, EXPIRED -> false;
        };
    }

    /** Whether it is an answer, and no mere impression or time-out. */
    public static boolean isAnswer(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, DECLINED, NOT_NOW, NOT_OFFERED, FULFILLED, CANCELLED -> true;
            case SHOWN, PRESENTED, EXPIRED -> false;
        };
    }
}
