package org.attune.policy;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words what the rule checker found. */
final class RuleWords {
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '\\((.*)\\)'.*", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '([^']+)'");

    private RuleWords() {}

    static String explain(String message, Collection<String> known) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            String name = unknown.group(1);
            String near = nearest(name, known);
            return "There is no '" + name + "'." + (near == null ? "" : " Did you mean '" + near + "'?");
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.find()) {
            String operator =
                    overload.group(1).replace("_", "").replace("@", "").replace("!in", "in");
            if (overload.group(2).matches("double, int|int, double")) {
                return "'" + operator
                        + "' compares a number with a whole number: write it with a decimal point, as in 0.0.";
            }
            return "'" + operator + "' does not work between " + types(overload.group(2)) + ".";
        }
        Matcher result = RESULT.matcher(message);
        if (result.find()) {
            return "A rule must be true or false; this is " + type(result.group(1)) + ".";
        }
        return "This cannot be read here: " + message.lines().findFirst().orElse(message);
    }

    private static String types(String list) {
        String[] parts = list.split(",\\s*(?![^(]*\\))");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            words.append(i == 0 ? "" : i == parts.length - 1 ? " and " : ", ").append(type(parts[i].strip()));
        }
        return words.toString();
    }

    private static String type(String type) {
        return switch (type) {
            case "double", "int", "uint" -> "a number";
            case "string" -> "a word";
            case "bool" -> "yes/no";
            case "list(string)" -> "a list of words";
            default -> type.startsWith("map") ? "a list by name" : type;
        };
    }

    /** The known name at the smallest edit distance, null when none is near. */
    static @Nullable String nearest(String name, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(2, name.length() / 3) + 1;
        for (String each : known) {
            int distance = distance(name.toLowerCase(java.util.Locale.ROOT), each);
            if (distance < bestDistance) {
                best = each;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], above) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
