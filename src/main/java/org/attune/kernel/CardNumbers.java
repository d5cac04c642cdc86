package org.attune.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes payment card numbers out of texts: 13 to 19 digits that pass the check of ISO/IEC 7812 (Luhn), in digits of any script, with
 * spaces, dashes, dots or line ends between. Inside a longer run of digits, groups that have the beginning and the length of a card
 * are taken out; account numbers that pass the check of ISO 13616 (IBAN) stay. The security code goes with them, where it is called by a
 * name or stands behind the day on which the card expires.
 */
public final class CardNumbers {
    /** What stands in the place of a number: a sign, because nobody knows in which language the text is read. */
    public static final String REMOVED = "[•••• •••• •••• ••••]";

    /** What stands in the place of a security code. */
    public static final String CODE_REMOVED = "[•••]";

    private static final Pattern NAMED_CODE = Pattern.compile(
            "(?iu)((?<![\\p{L}\\p{Nd}])(?:cvv2?|cvc2?|cvn|csc|security code|code de sécurité|cryptogramme(?: visuel)?)"
                    + "(?![\\p{L}\\p{Nd}])[^\\p{L}\\p{Nd}]{0,3}(?:(?:is|est|no|n°)(?![\\p{L}\\p{Nd}]))?"
                    + "[^\\p{L}\\p{Nd}]{0,3})\\p{Nd}{3,4}(?!\\p{Nd})");
    private static final Pattern CODE_AFTER_DATE = Pattern.compile("(" + Pattern.quote(REMOVED)
            + "[ ,;]{1,2}\\p{Nd}{2} ?[/-] ?(?:\\p{Nd}{4}|\\p{Nd}{2})[ ,;]{1,2})\\p{Nd}{3,4}(?!\\p{Nd})");

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int GAP = 3;

    private CardNumbers() {}

    /** The text without card numbers and their security codes; the same text when it has none. */
    public static String redact(String text) {
        String numbers = numbers(text);
        String named = NAMED_CODE.matcher(numbers).replaceAll("$1" + Matcher.quoteReplacement(CODE_REMOVED));
        return CODE_AFTER_DATE.matcher(named).replaceAll("$1" + Matcher.quoteReplacement(CODE_REMOVED));
    }

    private static String numbers(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (List<Integer> run : runs(text)) {
            int from = 0;
            while (from < run.size()) {
                int length = card(text, run, from);
                if (length > 0) {
                    out.append(text, done, run.get(from)).append(REMOVED);
                    done = run.get(from + length - 1) + 1;
                    from += length;
                } else {
                    from++;
                }
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /** How many digits from here are a card number, 0 when none. */
    private static int card(String text, List<Integer> run, int from) {
        int all = run.size();
        if (from == 0 && all >= SHORTEST && all <= LONGEST && luhn(text, run, 0, all) && !iban(text, run)) {
            return all;
        }
        boolean startsGroup = from == 0 || run.get(from) > run.get(from - 1) + 1;
        if (!startsGroup || iban(text, run)) {
            return 0;
        }
        for (int length = Math.min(LONGEST, all - from); length >= SHORTEST; length--) {
            int end = from + length;
            boolean endsGroup = end == all || run.get(end) > run.get(end - 1) + 1;
            if (endsGroup && issued(text, run, from, length) && luhn(text, run, from, length)) {
                return length;
            }
        }
        return 0;
    }

    /** Places of digits that belong together. */
    private static List<List<Integer>> runs(String text) {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        int gap = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                run.add(i);
                gap = 0;
            } else if (!run.isEmpty() && (++gap > GAP || !separates(c))) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        runs.add(run);
        return runs;
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == '.'
                || c == '\u00B7'
                || c == '\u200B'
                || c == '\u2212';
    }

    private static int digit(String text, List<Integer> run, int place) {
        return Character.digit(text.charAt(run.get(place)), 10);
    }

    private static boolean luhn(String text, List<Integer> run, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digit(text, run, from + length - 1 - i);
            int twice = i % 2 == 1 ? 2 * digit : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** Whether the first digits are those of a card issuer, with a length it uses. */
    private static boolean issued(String text, List<Integer> run, int from, int length) {
        int first = digit(text, run, from);
        int two = 10 * first + digit(text, run, from + 1);
        return switch (first) {
            case 4 -> length == 13 || length == 16 || length == 19;
            case 3 -> two == 34 || two == 37 ? length == 15 : length >= 14;
            case 2 -> two >= 22 && two <= 27 && length == 16;
            case 5 -> two >= 51 && two <= 55 ? length == 16 : two == 50 || two >= 56;
            case 6 -> true;
            default -> false;
        };
    }

    private static boolean iban(String text, List<Integer> run) {
        int first = run.getFirst();
        if (run.size() < SHORTEST
                || first < 2
                || !Character.isLetter(text.charAt(first - 1))
                || !Character.isLetter(text.charAt(first - 2))) {
            return false;
        }
        int rest = 0;
        for (int i = 2; i < run.size(); i++) {
            rest = (10 * rest + digit(text, run, i)) % 97;
        }
        for (int letter = first - 2; letter < first; letter++) {
            int value = Character.toUpperCase(text.charAt(letter)) - 'A' + 10;
            rest = (100 * rest + value) % 97;
        }
        for (int i = 0; i < 2; i++) {
            rest = (10 * rest + digit(text, run, i)) % 97;
        }
        return rest == 1;
    }
}
