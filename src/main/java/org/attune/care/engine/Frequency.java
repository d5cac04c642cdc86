package org.attune.care.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** How often money comes or goes. A year has 52 weeks or 12 months, as budget forms count it. */
public enum Frequency implements Keyed {
    WEEK(52),
    FORTNIGHT(26),
    MONTH(12),
    QUARTER(4),
    YEAR(1);

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final int perYear;

    Frequency(int perYear) {
        this.perYear = perYear;
    }

    /** What an amount comes to in a month, in cents; half a cent is rounded up. */
    public long toMonth(long cents) {
        return BigDecimal.valueOf(cents)
                .multiply(BigDecimal.valueOf(perYear))
                .divide(MONTHS, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What an amount a month leaves each time, in cents; always rounded down, so that a year of it is never more. */
    public long ofMonth(long cents) {
        return Math.floorDiv(Math.multiplyExact(cents, 12L), perYear);
    }

    /** The day after so many steps. Months are counted from the first day, so the 31st stays the 31st where there is one. */
    public LocalDate after(LocalDate first, int steps) {
        return switch (this) {
            case WEEK -> first.plusWeeks(steps);
            case FORTNIGHT -> first.plusWeeks(2L * steps);
            case MONTH -> first.plusMonths(steps);
            case QUARTER -> first.plusMonths(3L * steps);
            case YEAR -> first.plusYears(steps);
        };
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
