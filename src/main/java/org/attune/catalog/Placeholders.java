package org.attune.catalog;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in braces in a text that is said: {@code {plan}} or {@code {planPrice}} for an attribute, {@code {firstName}}. */
public final class Placeholders {
    /** The customer's first name, the one placeholder that is no attribute. */
    public static final String FIRST_NAME = "firstName";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Placeholders() {}

    /** The names in a text, in order. */
    public static List<String> in(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The text with each name replaced by what the function gives for it. */
    public static String fill(String text, UnaryOperator<String> values) {
        return text.indexOf('{') < 0
                ? text
                : PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    /** The attribute a name stands for: {@code planPrice} is {@code plan_price}. */
    public static String attribute(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
