package org.attune.ui;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Numbers, money and times as the reader of the open page writes them, in the company's time zone. */
@Component
public class Formats {
    private static final Currency EURO = Currency.getInstance("EUR");

    private final ZoneId zone;
    private final Clock clock;

    Formats(@Value("${attune.zone:Europe/Paris}") ZoneId zone, ObjectProvider<Clock> clock) {
        this.zone = zone;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** {@code 412,806} or {@code 412 806}. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A number with at most this many decimals. */
    public String decimal(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A share between 0 and 1 as per cent with one decimal, {@code 23.8 %}. */
    public String percent(double share) {
        return percent(share, 1);
    }

    /** A share between 0 and 1 as per cent. */
    public String percent(double share, int decimals) {
        return Double.isNaN(share) ? "–" : decimal(100 * share, decimals) + " %";
    }

    /** A change with its sign, as per cent, {@code +34 %}. */
    public String signedPercent(double share, int decimals) {
        return (share > 0 ? "+" : "") + percent(share, decimals).replace('-', '−');
    }

    /** Money in euro with cents, {@code €118.20} or {@code 118,20 €}. */
    public String euro(double amount) {
        return money(amount);
    }

    /** The same, for those who have nothing to format but money. */
    public static String money(double amount) {
        return money(amount, 2);
    }

    /** Money in whole euro. */
    public String wholeEuro(double amount) {
        return money(amount, 0);
    }

    /** {@code 22 Nov 2026}, {@code 1er déc. 2026}. */
    public String date(LocalDate date) {
        return Dates.medium(date, Language.of(locale()));
    }

    /** The day of an instant. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** {@code 14:05}. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale()).withZone(zone).format(instant);
    }

    /** Day and time. */
    public String dateTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    /** Day and time to the second, for the trail. */
    public String exact(Instant instant) {
        return date(instant) + ", "
                + DateTimeFormatter.ofPattern("HH:mm:ss", locale())
                        .withZone(zone)
                        .format(instant);
    }

    /** Minutes and seconds, {@code 03:42}; hours when there are any. */
    public String duration(Duration duration) {
        long hours = duration.toHours();
        String rest = String.format(Locale.ROOT, "%02d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
        return hours > 0 ? hours + ":" + rest : rest;
    }

    /**
     * How long ago, short enough for a column: {@code now}, {@code 6 min}, {@code 2 h}, {@code 5 d}, {@code 3 w},
     * {@code 4 mo}, {@code 2 y}. A time to come counts the same way.
     */
    public String age(Instant instant) {
        long minutes = Math.abs(Duration.between(instant, clock.instant()).toMinutes());
        if (minutes < 1) {
            return Texts.of("ui.age.now");
        }
        if (minutes < 60) {
            return Texts.of("ui.age.minutes", minutes);
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return Texts.of("ui.age.hours", hours);
        }
        long days = hours / 24;
        if (days < 14) {
            return Texts.of("ui.age.days", days);
        }
        if (days < 61) {
            return Texts.of("ui.age.weeks", days / 7);
        }
        return days < 730 ? Texts.of("ui.age.months", Math.round(days / 30.44)) : Texts.of("ui.age.years", days / 365);
    }

    /** How long ago as a phrase: {@code 2 h ago}, {@code il y a 2 h}. */
    public String ago(Instant instant) {
        return Duration.between(instant, clock.instant()).toMinutes() < 1
                ? Texts.of("ui.age.now")
                : Texts.of("ui.age.ago", age(instant));
    }

    /** The company's time zone. */
    public ZoneId zone() {
        return zone;
    }

    private static String money(double amount, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(regional());
        format.setCurrency(EURO);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    private static Locale locale() {
        return Texts.locale();
    }

    /** Plain English means the American order of a date to Java; Attune's readers are in Europe. */
    private static Locale regional() {
        return Language.of(locale()) == Language.FR ? Locale.FRANCE : Locale.UK;
    }
}
