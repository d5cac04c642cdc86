package org.attune.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;

/** Well-typed rules and facts drawn from a seed; about a quarter of the values is not known. */
final class RandomRules {
    private static final List<String> NUMBERS = List.of("arrears_days", "churn_risk", "plan_price", "tenure_months");
    private static final List<String> FLAGS = List.of("has_savings", "has_mobile", "salary_domiciled");
    private static final List<String> WORDS = List.of("plan", "web_last_page", "reason", "channel", "language");
    private static final List<String> TEXTS = List.of("", "a", "b", "ab", "abc", "bill", "bill-missed");
    private static final List<String> KEYS = List.of("a", "b", "bill-missed", "outage");
    private static final List<String> DAYS =
            List.of("signals", "signal_count", "accepted", "declined_30", "last_contact_days", "stage_days");
    private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");

    static final AttributeDictionary DICTIONARY = dictionary();

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    private static AttributeDictionary dictionary() {
        List<AttributeDefinition> all = new ArrayList<>();
        NUMBERS.forEach(each -> all.add(attribute(each, AttributeType.NUMBER)));
        FLAGS.forEach(each -> all.add(attribute(each, AttributeType.BOOLEAN)));
        List.of("plan", "web_last_page").forEach(each -> all.add(attribute(each, AttributeType.CATEGORY)));
        return new AttributeDictionary(all);
    }

    static AttributeDefinition attribute(String key, AttributeType type) {
        return new AttributeDefinition(
                key, type, LocalText.same(key), Sensitivity.ORDINARY, true, "crm", "who", "none", true);
    }

    Facts facts() {
        Map<String, Object> values = new HashMap<>();
        NUMBERS.forEach(each -> maybe(values, each, number()));
        FLAGS.forEach(each -> maybe(values, each, random.nextBoolean()));
        WORDS.forEach(each -> maybe(values, each, pick(TEXTS)));
        maybe(values, "states", some(KEYS));
        maybe(values, "holdings", some(TEXTS));
        for (String each : DAYS) {
            Map<String, Long> days = new HashMap<>();
            some(KEYS).forEach(key -> days.put(key, (long) random.nextInt(8)));
            maybe(values, each, days);
        }
        Map<String, Boolean> consents = new HashMap<>();
        some(KEYS).forEach(key -> consents.put(key, random.nextBoolean()));
        maybe(values, "consents", consents);
        Map<String, String> words = new HashMap<>();
        some(KEYS).forEach(key -> words.put(key, pick(TEXTS)));
        maybe(values, "preferences", words);
        maybe(values, "journeys", words);
        Map<String, Object> context = new HashMap<>();
        some(KEYS).forEach(key -> context.put(key, anything()));
        maybe(values, "context", context);
        Map<String, List<Long>> ages = new HashMap<>();
        some(KEYS).forEach(key -> ages.put(key, List.of((long) random.nextInt(8), (long) random.nextInt(8))));
        maybe(values, Facts.SIGNAL_AGES, ages);
        return new Facts(values);
    }

    private void maybe(Map<String, Object> values, String name, Object value) {
        if (random.nextInt(4) > 0) {
            values.put(name, value);
        }
    }

    private Object anything() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextBoolean();
            case 1 -> pick(TEXTS);
            case 2 -> (long) random.nextInt(5);
            default -> number();
        };
    }

    /** Never zero: CEL's runtime puts minus zero before zero, and Attune does not. */
    private double number() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(7) : (1 + random.nextInt(79)) / 10.0;
    }

    private List<String> some(List<String> from) {
        return from.stream().filter(each -> random.nextBoolean()).toList();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String quoted(List<String> from) {
        return (random.nextBoolean() ? "'%s'" : "\"%s\"").formatted(pick(from));
    }

    /** A rule that is nested at most so deep. */
    String rule(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(6)) {
                case 0, 1 -> chain(" && ", depth);
                case 2, 3 -> chain(" || ", depth);
                case 4 -> "!(" + rule(depth - 1) + ")";
                default -> "(" + rule(depth - 1) + " ? " + rule(depth - 1) + " : " + rule(depth - 1) + ")";
            };
        }
        return clause(depth);
    }

    private String chain(String operator, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            parts.add(rule(depth - 1));
        }
        return "(" + String.join(operator, parts) + ")";
    }

    private String clause(int depth) {
        return switch (random.nextInt(16)) {
            case 0 -> pick(FLAGS);
            case 1 -> "!" + pick(FLAGS);
            case 2, 3, 4, 5 -> quantity(2) + " " + pick(RELATIONS) + " " + quantity(2);
            case 6 -> word() + " " + pick(RELATIONS) + " " + word();
            case 7 -> word() + " in [" + quoted(TEXTS) + ", " + quoted(TEXTS) + "]";
            case 8 -> word() + " in " + pick(List.of("states", "holdings"));
            case 9 ->
                quoted(KEYS) + " in "
                        + pick(List.of("signals", "accepted", "consents", "preferences", "journeys", "context"));
            case 10 -> "consents[" + quoted(KEYS) + "]" + (random.nextBoolean() ? " == " + pick(FLAGS) : "");
            case 11 -> word() + "." + pick(List.of("startsWith", "endsWith", "contains")) + "(" + word() + ")";
            case 12 -> "signal_within(" + quoted(KEYS) + ", " + quantity(1) + ")";
            case 13 -> "context[" + quoted(KEYS) + "] " + pick(List.of("==", "!=")) + " " + literal();
            case 14 -> quantity(1) + " in " + pick(List.of("[1, 2, 3]", "[0.5, 3.0]", "[]"));
            default ->
                random.nextBoolean()
                        ? "(context[" + quoted(KEYS) + "] && " + pick(FLAGS) + ")"
                        : "context.a < " + random.nextInt(5);
        };
    }

    private String literal() {
        return switch (random.nextInt(4)) {
            case 0 -> quoted(TEXTS);
            case 1 -> String.valueOf(random.nextBoolean());
            case 2 -> String.valueOf(random.nextInt(5));
            default -> random.nextInt(50) / 10.0 + "";
        };
    }

    private String word() {
        return switch (random.nextInt(6)) {
            case 0 -> quoted(TEXTS);
            case 1 -> "preferences[" + quoted(KEYS) + "]";
            case 2 -> "journeys.a";
            case 3 -> "(" + pick(FLAGS) + " ? " + pick(WORDS) + " : " + quoted(TEXTS) + ")";
            default -> pick(WORDS);
        };
    }

    private String quantity(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return switch (random.nextInt(4)) {
                case 0 ->
                    "(" + quantity(depth - 1) + pick(List.of(" / ", " % ")) + pick(List.of("2", "3", "0.5", "7.0"))
                            + ")";
                case 1 -> "(" + pick(FLAGS) + " ? " + pick(NUMBERS) + " : " + number() + ")";
                default -> "(" + quantity(depth - 1) + pick(List.of(" + ", " - ", " * ")) + quantity(depth - 1) + ")";
            };
        }
        return switch (random.nextInt(9)) {
            case 0 -> String.valueOf(random.nextInt(8));
            case 1 -> String.valueOf(number());
            case 2 -> pick(DAYS) + "[" + quoted(KEYS) + "]";
            case 3 -> "size(" + pick(List.of("states", "signals", "plan", "holdings")) + ")";
            case 4 -> "-" + pick(NUMBERS);
            case 5 -> "count_within(" + quoted(KEYS) + ", " + random.nextInt(8) + ")";
            default -> pick(NUMBERS);
        };
    }
}
