package org.attune.care.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of help: what would suffice, the least costly first, then what helps beside it, then what does not fit now and why. All
 * of it is free of charge for the customer. A pure function.
 */
public final class Assistance {
    /** Money that comes later costs the company so much a year: an assumption of this product. */
    static final BigDecimal COST_OF_TIME = new BigDecimal("0.05");

    /** Plans of more months are not proposed first. */
    static final int COMFORTABLE = 24;

    /** A token payment, cents a month. */
    public static final long TOKEN = 100;

    private Assistance() {}

    /** What can be done. */
    public enum Kind implements Keyed {
        MORE_TIME,
        INSTALMENTS,
        WAIVE_CHARGES,
        PAUSE,
        REDUCE,
        TOKEN_PAYMENTS,
        PART_WRITE_OFF,
        CHEAPER_TARIFF,
        BENEFITS,
        DEBT_ADVICE;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it helps. */
    public enum Fit {
        SUFFICES,
        HELPS,
        NOT_NOW
    }

    /**
     * What is known.
     *
     * @param capacity null while there is no budget
     * @param arrears cents
     * @param bill of a month, cents
     * @param charges interest and charges within the arrears, cents
     * @param term how long the difficulty is expected to last
     */
    public record Need(@Nullable Capacity capacity, long arrears, long bill, long charges, HelpTerm term) {}

    /**
     * One rung.
     *
     * @param cost what it costs the company, cents
     * @param why key of the reason in plain words
     * @param figure fills the reason: cents or months, 0 when there is none
     */
    public record Option(Kind kind, Fit fit, long cost, String why, long figure) {}

    /** All options, best first. */
    public static List<Option> ladder(Need need) {
        List<Option> options = new ArrayList<>();
        Capacity capacity = need.capacity();
        long free = capacity == null ? 0 : capacity.free();
        long surplus = capacity == null ? 0 : capacity.surplus() - capacity.extraUse();
        boolean owes = need.arrears() > 0;
        long months = free == 0 ? 0 : Math.ceilDiv(need.arrears(), free);
        options.add(moreTime(need, owes, free));
        options.add(instalments(need, capacity, owes, months));
        options.add(waive(need, free));
        options.add(pause(need, capacity, owes && free == 0));
        options.add(reduce(need, capacity, surplus));
        options.add(token(need, capacity, owes, free));
        options.add(writeOff(need, owes, free));
        options.add(new Option(Kind.CHEAPER_TARIFF, Fit.HELPS, 0, "tariff", 0));
        options.add(new Option(Kind.BENEFITS, Fit.HELPS, 0, "benefits", 0));
        options.add(new Option(
                Kind.DEBT_ADVICE, Fit.HELPS, 0, surplus < 0 && capacity != null ? "advice-deficit" : "advice", 0));
        options.sort(Comparator.comparing(Option::fit)
                .thenComparingLong(Option::cost)
                .thenComparing(Option::kind));
        return List.copyOf(options);
    }

    private static Option moreTime(Need need, boolean owes, long free) {
        long cost = costOfTime(need.arrears(), 1);
        if (!owes) {
            return new Option(Kind.MORE_TIME, Fit.NOT_NOW, 0, "owes-nothing", 0);
        }
        return free >= need.arrears()
                ? new Option(Kind.MORE_TIME, Fit.SUFFICES, cost, "time-suffices", 0)
                : new Option(Kind.MORE_TIME, Fit.NOT_NOW, cost, "time-short", need.arrears() - free);
    }

    private static Option instalments(Need need, @Nullable Capacity capacity, boolean owes, long months) {
        if (!owes) {
            return new Option(Kind.INSTALMENTS, Fit.NOT_NOW, 0, "owes-nothing", 0);
        }
        if (capacity == null) {
            return new Option(Kind.INSTALMENTS, Fit.NOT_NOW, 0, "needs-budget", 0);
        }
        if (months == 0) {
            return new Option(Kind.INSTALMENTS, Fit.NOT_NOW, 0, "nothing-left", 0);
        }
        // On average, half of the arrears is outstanding over the plan.
        long cost = costOfTime(need.arrears(), BigDecimal.valueOf(months + 1).divide(BigDecimal.TWO));
        return months <= COMFORTABLE
                ? new Option(Kind.INSTALMENTS, Fit.SUFFICES, cost, "instalments", months)
                : new Option(Kind.INSTALMENTS, Fit.HELPS, cost, "instalments-long", months);
    }

    private static Option waive(Need need, long free) {
        if (need.charges() <= 0) {
            return new Option(Kind.WAIVE_CHARGES, Fit.NOT_NOW, 0, "no-charges", 0);
        }
        boolean enough = need.arrears() - need.charges() <= free;
        return new Option(
                Kind.WAIVE_CHARGES,
                enough ? Fit.SUFFICES : Fit.HELPS,
                need.charges(),
                enough ? "waive-suffices" : "waive",
                need.charges());
    }

    private static Option pause(Need need, @Nullable Capacity capacity, boolean nothingToPayWith) {
        long cost = costOfTime(need.arrears() + need.bill() * HelpTerm.SHORT_CYCLES, HelpTerm.SHORT_CYCLES);
        boolean shortTerm = need.term() == HelpTerm.SHORT;
        boolean suffices = shortTerm && capacity != null && nothingToPayWith;
        return new Option(
                Kind.PAUSE,
                suffices ? Fit.SUFFICES : Fit.HELPS,
                cost,
                shortTerm ? "pause" : "pause-long",
                HelpTerm.SHORT_CYCLES);
    }

    private static Option reduce(Need need, @Nullable Capacity capacity, long surplus) {
        long relief = need.bill() / 2;
        long cost = relief * HelpTerm.SHORT_CYCLES;
        if (relief == 0) {
            return new Option(Kind.REDUCE, Fit.NOT_NOW, 0, "no-bill", 0);
        }
        boolean closes = capacity != null && surplus < 0 && surplus + relief >= 0;
        return new Option(Kind.REDUCE, Fit.HELPS, cost, closes ? "reduce-closes" : "reduce", relief);
    }

    private static Option token(Need need, @Nullable Capacity capacity, boolean owes, long free) {
        if (!owes || capacity == null || free > 0) {
            return new Option(Kind.TOKEN_PAYMENTS, Fit.NOT_NOW, 0, !owes ? "owes-nothing" : "token-later", 0);
        }
        return new Option(Kind.TOKEN_PAYMENTS, Fit.HELPS, costOfTime(need.arrears(), 6), "token", TOKEN);
    }

    private static Option writeOff(Need need, boolean owes, long free) {
        long cost = Math.max(0, need.arrears() - free * COMFORTABLE);
        if (!owes || need.capacity() == null || cost == 0) {
            return new Option(Kind.PART_WRITE_OFF, Fit.NOT_NOW, 0, owes ? "other-suffices" : "owes-nothing", 0);
        }
        return new Option(Kind.PART_WRITE_OFF, free > 0 ? Fit.SUFFICES : Fit.HELPS, cost, "write-off", cost);
    }

    private static long costOfTime(long cents, int months) {
        return costOfTime(cents, BigDecimal.valueOf(months));
    }

    /** Rounded half up to the cent. */
    private static long costOfTime(long cents, BigDecimal months) {
        return BigDecimal.valueOf(cents)
                .multiply(COST_OF_TIME)
                .multiply(months)
                .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
