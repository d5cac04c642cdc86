package org.attune.insight.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.attune.history.FigureFilter;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a page speaks of. It stands in the page's address, so that a link shows others the same.
 *
 * @param from first local day, null for since ever
 * @param to last local day, null for until now
 * @param channel null for all
 */
public record Selection(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Channel channel) {

    /** The periods that can be chosen by name. */
    public enum Period {
        TODAY(1),
        WEEK(7),
        FOUR_WEEKS(28),
        QUARTER(90),
        ALL(0),
        CUSTOM(0);

        private final int days;

        Period(int days) {
            this.days = days;
        }
    }

    /** A period by name until now; {@link Period#CUSTOM} is no period of its own and gives the last four weeks. */
    public static Selection of(Period period, LocalDate today, @Nullable Channel channel) {
        int days = period == Period.CUSTOM ? Period.FOUR_WEEKS.days : period.days;
        return new Selection(days == 0 ? null : today.minusDays(days - 1L), null, channel);
    }

    /**
     * Reads an address. Without {@code from} and {@code to} it is the last four weeks; an empty {@code from} means since ever. What
     * cannot be read counts as not given.
     */
    public static Selection read(Function<String, Optional<String>> query, LocalDate today) {
        Channel channel = query.apply("channel").flatMap(Selection::channel).orElse(null);
        Optional<String> from = query.apply("from");
        LocalDate first = from.flatMap(Selection::day).orElse(null);
        LocalDate last = query.apply("to").flatMap(Selection::day).orElse(null);
        boolean sinceEver = from.filter(String::isBlank).isPresent();
        return first == null && last == null && !sinceEver
                ? of(Period.FOUR_WEEKS, today, channel)
                : new Selection(first, last, channel);
    }

    /** The address's query, by name. */
    public Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", from == null ? "" : from.toString());
        if (to != null) {
            query.put("to", to.toString());
        }
        if (channel != null) {
            query.put("channel", channel.key());
        }
        return query;
    }

    /** The same as the figures want it. */
    public FigureFilter filter(ZoneId zone) {
        return new FigureFilter(from, to, channel, zone);
    }

    /** The name of the period. */
    public Period period(LocalDate today) {
        if (from == null && to == null) {
            return Period.ALL;
        }
        if (from == null || to != null && !to.equals(today)) {
            return Period.CUSTOM;
        }
        long days = ChronoUnit.DAYS.between(from, today) + 1;
        return Arrays.stream(Period.values())
                .filter(each -> each.days > 0 && each.days == days)
                .findFirst()
                .orElse(Period.CUSTOM);
    }

    /** As many days just before, null where there is no first day. */
    public @Nullable Selection before(LocalDate today) {
        if (from == null) {
            return null;
        }
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        long days = ChronoUnit.DAYS.between(from, last) + 1;
        return days < 1 ? null : new Selection(from.minusDays(days), from.minusDays(1), channel);
    }

    /** The same days of another channel. */
    public Selection with(@Nullable Channel other) {
        return new Selection(from, to, other);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Channel> channel(String key) {
        return Arrays.stream(Channel.values())
                .filter(each -> each.key().equals(key))
                .findFirst();
    }
}
