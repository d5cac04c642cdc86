package org.attune.decision.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.catalog.Vocabulary;
import org.attune.customer.CustomerContext;
import org.attune.decision.Recommendation.Script;
import org.attune.kernel.Language;

/** Fills the placeholders of wordings. */
final class Scripts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Scripts() {}

    /** All wordings with their placeholders filled, the chosen one first. */
    static List<Script> of(
            List<Wording.Choice> wordings, Language language, CustomerContext customer, Vocabulary words) {
        return wordings.stream()
                .map(each -> new Script(
                        each.treatment().key(),
                        language,
                        each.treatment().tone(),
                        fill(each.treatment().script().in(language), language, customer, words),
                        each.why()))
                .toList();
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
