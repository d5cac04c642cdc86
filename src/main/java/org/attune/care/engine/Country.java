package org.attune.care.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.attune.kernel.Keyed;

/** A country as its calendar and its aids go. */
public enum Country implements Keyed {
    FR,
    UK,
    AU;

    /**
     * Whether people work that day: not on a weekend, not on a public holiday of the whole country. For the UK those of England and
     * Wales, for Australia the national ones; holidays of single regions are not known.
     */
    public boolean worksOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays(day.getYear()).contains(day);
    }

    /** The day after so many working days; the day itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate end = day;
        int left = workingDays;
        while (left > 0) {
            end = end.plusDays(1);
            if (worksOn(end)) {
                left--;
            }
        }
        return end;
    }

    private Set<LocalDate> holidays(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new HashSet<>();
        days.add(easter.plusDays(1));
        switch (this) {
            case FR -> {
                add(days, year, 1, 1, 5, 1, 5, 8, 7, 14, 8, 15, 11, 1, 11, 11, 12, 25);
                days.add(easter.plusDays(39));
                days.add(easter.plusDays(50));
            }
            case UK -> {
                days.add(easter.minusDays(2));
                days.add(substitute(LocalDate.of(year, 1, 1)));
                days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
                days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
                days.add(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
                christmas(days, year);
            }
            case AU -> {
                days.add(easter.minusDays(2));
                days.add(substitute(LocalDate.of(year, 1, 1)));
                days.add(substitute(LocalDate.of(year, 1, 26)));
                days.add(LocalDate.of(year, 4, 25));
                christmas(days, year);
            }
        }
        return days;
    }

    private static void add(Set<LocalDate> days, int year, int... monthsAndDays) {
        for (int i = 0; i < monthsAndDays.length; i += 2) {
            days.add(LocalDate.of(year, monthsAndDays[i], monthsAndDays[i + 1]));
        }
    }

    /** The Monday after a holiday that falls on a weekend. */
    private static LocalDate substitute(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6 ? day : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** 25 and 26 December, or the next days on which people would work. */
    private static void christmas(Set<LocalDate> days, int year) {
        LocalDate day = LocalDate.of(year, 12, 25);
        for (int left = 2; left > 0; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                days.add(day);
                left--;
            }
        }
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - d - g + 15) % 30;
        int m = (a + 11 * h) / 319;
        int j = c / 4;
        int k = c % 4;
        int l = (2 * e + 2 * j - k - h + m + 32) % 7;
        int n = (h - m + l + 90) / 25;
        return LocalDate.of(year, n, (h - m + l + n + 19) % 32);
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The country of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    public static Country of(String key) {
        return Keyed.of(Country.class, "country", key);
    }
}
