package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.decision.Explanation.Need;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Says which single condition of a rule does not hold, where that can be said in plain words. A rule it cannot read, in which more
 * than one condition fails, or that fails on what the customer goes through, has no near miss.
 */
final class NearMiss {
    private static final Pattern YES = Pattern.compile("(!?)([a-z_][a-z0-9_]*)");
    private static final Pattern COMPARISON =
            Pattern.compile("([a-z_][a-z0-9_]*)\\s*(<=|>=|<|>|==|!=)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern REASON = Pattern.compile("reason\\s*==\\s*'([^']+)'");
    private static final Pattern REASONS = Pattern.compile("reason\\s+in\\s+\\[([^\\]]*)\\]");
    private static final Pattern AMONG = Pattern.compile("'([^']+)'\\s+in\\s+(signals|holdings)");

    private final Map<String, Object> facts;
    private final AttributeDictionary dictionary;
    private final Vocabulary words;
    private final Unspoken unspoken;

    NearMiss(Map<String, Object> facts, AttributeDictionary dictionary, Vocabulary words, Unspoken unspoken) {
        this.facts = facts;
        this.dictionary = dictionary;
        this.words = words;
        this.unspoken = unspoken;
    }

    /**
     * A condition that does not hold.
     *
     * @param distance how far it is from holding: of a number its share, otherwise 1
     */
    record Missing(Need need, LocalText subject, double distance) {}

    /** Whether a condition holds, null when it cannot be read; {@code missing} is null when it cannot be said. */
    private record Judged(@Nullable Boolean holds, @Nullable Missing missing) {
        static final Judged UNREAD = new Judged(null, null);
        static final Judged HOLDS = new Judged(true, null);
    }

    /** The only condition of a rule that does not hold; null when there is no such one. */
    @Nullable
    Missing of(String rule) {
        Missing found = null;
        for (String condition : split(rule, "&&")) {
            Judged judged = either(condition);
            if (judged.holds == null) {
                return null;
            }
            if (!judged.holds) {
                if (found != null || judged.missing == null) {
                    return null;
                }
                found = judged.missing;
            }
        }
        return found;
    }

    private Judged either(String condition) {
        Missing best = null;
        for (String each : split(unwrapped(condition), "||")) {
            Judged judged = one(unwrapped(each));
            if (judged.holds == null) {
                return Judged.UNREAD;
            }
            if (judged.holds) {
                return Judged.HOLDS;
            }
            Missing missing = judged.missing;
            if (missing != null && (best == null || missing.distance < best.distance)) {
                best = missing;
            }
        }
        return new Judged(false, best);
    }

    private Judged one(String condition) {
        Matcher found = COMPARISON.matcher(condition);
        if (found.matches()) {
            return comparison(found.group(1), found.group(2), Double.parseDouble(found.group(3)));
        }
        found = REASON.matcher(condition);
        if (found.matches()) {
            return reason(List.of(found.group(1)));
        }
        found = REASONS.matcher(condition);
        if (found.matches()) {
            List<String> reasons = new ArrayList<>();
            for (String each : found.group(1).split(",", -1)) {
                reasons.add(each.strip().replace("'", ""));
            }
            return reason(reasons);
        }
        found = AMONG.matcher(condition);
        if (found.matches()) {
            return among(found.group(1), found.group(2));
        }
        found = YES.matcher(condition);
        if (found.matches()) {
            return yes(found.group(2), found.group(1).isEmpty());
        }
        return Judged.UNREAD;
    }

    private Judged comparison(String name, String operator, double bound) {
        LocalText label = label(name);
        if (label == null) {
            return Judged.UNREAD;
        }
        if (!(facts.get(name) instanceof Number number)) {
            return new Judged(false, new Missing(Need.KNOWN, label, 1));
        }
        double value = number.doubleValue();
        boolean holds = switch (operator) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            case ">=" -> value >= bound;
            case "==" -> value == bound;
            default -> value != bound;
        };
        Need need = switch (operator) {
            case "<", "<=" -> Need.LOWER;
            case ">", ">=" -> Need.HIGHER;
            default -> Need.OTHERWISE;
        };
        double distance = Math.min(1, Math.abs(value - bound) / (Math.abs(bound) + 1));
        return holds ? Judged.HOLDS : new Judged(false, new Missing(need, label, distance));
    }

    private Judged yes(String name, boolean wanted) {
        LocalText label = label(name);
        if (label == null) {
            return Judged.UNREAD;
        }
        if (!(facts.get(name) instanceof Boolean value)) {
            return new Judged(false, new Missing(Need.KNOWN, label, 1));
        }
        return value == wanted ? Judged.HOLDS : new Judged(false, new Missing(Need.OTHERWISE, label, 1));
    }

    private Judged reason(List<String> reasons) {
        Object now = facts.get("reason");
        if (reasons.contains(now)) {
            return Judged.HOLDS;
        }
        return reasons.stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(each -> new Judged(
                        false, new Missing(Need.REASON_OF_CALL, words.label(Kind.REASON_OF_CALL, each), 0.5)))
                .orElse(new Judged(false, null));
    }

    private Judged among(String key, String list) {
        Object known = facts.get(list);
        boolean there = known instanceof Map<?, ?> map
                ? map.containsKey(key)
                : known instanceof Collection<?> all && all.contains(key);
        if (there) {
            return Judged.HOLDS;
        }
        return list.equals("signals")
                ? new Judged(false, new Missing(Need.SIGNAL, words.label(Kind.SIGNAL, key), 0.9))
                : new Judged(false, new Missing(Need.HELD, words.label(Kind.PRODUCT, key), 0.9));
    }

    /** What an attribute is called; null when it is none, or one that is not spoken of. */
    private @Nullable LocalText label(String name) {
        AttributeDefinition definition = unspoken.hides(name) ? null : dictionary.find(name);
        return definition == null ? null : definition.label();
    }

    private static String unwrapped(String text) {
        String stripped = text.strip();
        return stripped.startsWith("(") && stripped.endsWith(")") && closes(stripped) == stripped.length() - 1
                ? unwrapped(stripped.substring(1, stripped.length() - 1))
                : stripped;
    }

    /** Where the bracket that opens the text is closed. */
    private static int closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> split(String text, String operator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = quoted != (c == '\'');
            if (!quoted) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (depth == 0 && text.startsWith(operator, i)) {
                    parts.add(text.substring(from, i).strip());
                    from = i + operator.length();
                    i += operator.length() - 1;
                }
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
