package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.catalog.Vocabulary;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;

/** Knows the words for protected attributes, so that no explanation says one of them. */
final class Unspoken {
    private final AttributeDictionary dictionary;
    private final List<String> names = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();

    Unspoken(AttributeDictionary dictionary, Vocabulary words) {
        this.dictionary = dictionary;
        for (AttributeDefinition each : dictionary.all()) {
            if (each.sensitivity() == Sensitivity.PROTECTED) {
                add(names, each.label());
                names.add(each.key());
                for (String direction : List.of("high", "low", "yes", "no")) {
                    LocalText phrase = words.attributeWords(each.key(), direction);
                    if (phrase != null) {
                        add(phrases, phrase);
                    }
                }
            }
        }
    }

    /** Whether a variable of a rule or a predictor is a protected attribute. */
    boolean hides(String key) {
        AttributeDefinition definition = dictionary.find(key);
        return definition != null && definition.sensitivity() == Sensitivity.PROTECTED;
    }

    /** Whether a text names a protected attribute: by its label with a value, or by the words said for it. */
    boolean hides(LocalText text) {
        return hidesText(text.en()) || hidesText(text.fr());
    }

    private boolean hidesText(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        for (String name : names) {
            if (lower.startsWith(name)) {
                String rest = lower.substring(name.length()).strip();
                if (rest.isEmpty() || rest.startsWith(":") || rest.startsWith("=")) {
                    return true;
                }
            }
        }
        return phrases.stream().anyMatch(lower::contains);
    }

    private static void add(List<String> list, LocalText text) {
        list.add(text.en().toLowerCase(Locale.ROOT).replace("{value}", "").strip());
        list.add(text.fr().toLowerCase(Locale.ROOT).replace("{value}", "").strip());
    }
}
