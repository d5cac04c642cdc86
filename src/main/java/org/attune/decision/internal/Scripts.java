package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.catalog.Action;
import org.attune.catalog.Treatment;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.decision.Recommendation.Script;
import org.attune.kernel.Language;
import org.attune.kernel.Tone;
import org.attune.policy.Shield;
import org.jspecify.annotations.Nullable;

/** Chooses the wording: the asked or preferred tone, gentle for protected customers, with placeholders filled. */
final class Scripts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Scripts() {}

    /** The tone to speak in. */
    static Tone tone(@Nullable Tone asked, CustomerContext customer) {
        if (asked != null) {
            return asked;
        }
        String preferred = customer.preferences().get("tone");
        for (Tone tone : Tone.values()) {
            if (tone.key().equals(preferred)) {
                return tone;
            }
        }
        return Shield.guards(customer) ? Tone.GENTLE : Tone.NEUTRAL;
    }

    /** All wordings, the fitting tone first; a tone the action lacks falls back to its nearest. */
    static List<Script> of(Action action, Tone tone, Language language, CustomerContext customer, Vocabulary words) {
        List<Treatment> sorted = new ArrayList<>(action.treatments());
        sorted.sort((a, b) -> Integer.compare(distance(a.tone(), tone), distance(b.tone(), tone)));
        return sorted.stream()
                .map(t -> new Script(
                        t.key(), language, t.tone(), fill(t.script().in(language), language, customer, words)))
                .toList();
    }

    private static int distance(Tone a, Tone b) {
        return Math.abs(a.ordinal() - b.ordinal());
    }

    private static String fill(String script, Language language, CustomerContext customer, Vocabulary words) {
        Matcher matcher = PLACEHOLDER.matcher(script);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), language, customer, words)));
    }

    private static String value(String name, Language language, CustomerContext customer, Vocabulary words) {
        String attribute = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        Object value = customer.value(attribute);
        if (value instanceof String category) {
            return words.attributeValue(attribute, category).in(language);
        }
        if (value instanceof Number number) {
            return String.format(language.locale(), "%.2f €", number.doubleValue());
        }
        if (name.equals("firstName")) {
            return customer.displayName().split(" ")[0];
        }
        return "…";
    }
}
