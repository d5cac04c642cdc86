package org.attune.decision.internal;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Placeholders;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.AttributeType;
import org.attune.customer.CustomerContext;
import org.attune.decision.Recommendation.Said;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** Puts what is known about a customer into texts that are said. What is not known is never shown as written, and named beside. */
public final class Filling {
    private final CustomerContext customer;
    private final AttributeDictionary dictionary;
    private final Vocabulary words;

    public Filling(CustomerContext customer, AttributeDictionary dictionary, Vocabulary words) {
        this.customer = customer;
        this.dictionary = dictionary;
        this.words = words;
    }

    /** A text in a language, or in English where it has not been translated: then it says so. */
    public Said say(LocalText text, Language asked) {
        // Nobody says a whole sentence the same way in both languages.
        Language language = asked == Language.FR && text.fr().equals(text.en()) ? Language.EN : asked;
        List<LocalText> unknown = new ArrayList<>();
        String said = Placeholders.fill(text.in(language), name -> {
            String value = value(name, language);
            if (value == null) {
                unknown.add(label(name));
                return "…";
            }
            return value;
        });
        return new Said(said, language, List.copyOf(unknown));
    }

    private LocalText label(String name) {
        AttributeDefinition definition = dictionary.find(Placeholders.attribute(name));
        return definition == null ? LocalText.same(Placeholders.attribute(name).replace('_', ' ')) : definition.label();
    }

    private @Nullable String value(String name, Language language) {
        if (name.equals(Placeholders.FIRST_NAME)) {
            return customer.displayName().split(" ")[0];
        }
        String attribute = Placeholders.attribute(name);
        AttributeDefinition definition = dictionary.find(attribute);
        return switch (customer.value(attribute)) {
            case Number number ->
                number(number.doubleValue(), definition == null ? "none" : definition.unit(), language);
            case Boolean yes -> yes(yes, language);
            case String text when definition != null && definition.type() == AttributeType.DATE -> date(text, language);
            case String text -> words.attributeValue(attribute, text).in(language);
            case null, default -> null;
        };
    }

    private static String number(double value, String unit, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(2);
        if (unit.equals("eur")) {
            format.setMinimumFractionDigits(value == Math.rint(value) ? 0 : 2);
            return format.format(value) + "\u00a0€";
        }
        String plain = format.format(value);
        return switch (unit) {
            case "percent" -> plain + "\u00a0%";
            case "gb" -> plain + (language == Language.FR ? "\u00a0Go" : "\u00a0GB");
            default -> plain;
        };
    }

    private static String yes(boolean yes, Language language) {
        return language == Language.FR ? (yes ? "oui" : "non") : yes ? "yes" : "no";
    }

    private static String date(String text, Language language) {
        try {
            return Dates.full(LocalDate.parse(text), language);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
