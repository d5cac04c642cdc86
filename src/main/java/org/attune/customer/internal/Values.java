package org.attune.customer.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.attune.customer.AttributeType;
import org.jspecify.annotations.Nullable;

/** Reads a value as the dictionary wants it: Double, Boolean or String. */
public final class Values {
    /** Longest text an attribute may hold, in characters. */
    public static final int MAX_TEXT = 200;

    private Values() {}

    /** The value in its type, null when it does not fit. */
    public static @Nullable Object read(AttributeType type, Object raw) {
        return switch (type) {
            case NUMBER -> raw instanceof Number number ? finite(number.doubleValue()) : number(text(raw));
            case BOOLEAN -> raw instanceof Boolean ? raw : bool(text(raw));
            case DATE -> date(text(raw));
            case CATEGORY -> category(text(raw));
        };
    }

    /** What fits a type, for a message. */
    public static String wanted(AttributeType type) {
        return switch (type) {
            case NUMBER -> "a number such as 12 or 12.5";
            case BOOLEAN -> "true or false (yes and no are understood)";
            case DATE -> "a date such as 2026-03-31";
            case CATEGORY -> "a text of at most " + MAX_TEXT + " characters";
        };
    }

    /** A numeric text, null when it is none. */
    public static @Nullable Double number(@Nullable String text) {
        if (text == null || !numeric(text)) {
            return null;
        }
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** True and yes, false and no; null otherwise. */
    public static @Nullable Boolean bool(@Nullable String text) {
        if (text == null || text.length() > 5) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> null;
        };
    }

    /** An ISO date, null when it is none. */
    public static @Nullable String date(@Nullable String text) {
        if (text == null || text.length() != 10 || text.charAt(4) != '-') {
            return null;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a text can be kept: the database knows no NUL, and U+FFFD is what is left of bytes that were no UTF-8. */
    static boolean legible(String text) {
        return text.indexOf('\u0000') < 0 && text.indexOf('\uFFFD') < 0;
    }

    private static @Nullable String category(@Nullable String text) {
        return text == null || text.isEmpty() || text.length() > MAX_TEXT || !legible(text) ? null : text;
    }

    private static @Nullable String text(Object raw) {
        return raw instanceof String text ? text.strip() : null;
    }

    /** Digits, sign, point and exponent only: Double.parseDouble also takes NaN, hexadecimal and suffixes. */
    private static boolean numeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 64;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value + 0.0 : null;
    }
}
