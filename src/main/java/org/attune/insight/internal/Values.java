package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.jspecify.annotations.Nullable;

/** Writes the values that rules read as text. Values of protected attributes stay behind. */
final class Values {
    /** Stands for the value of a protected attribute. */
    static final String HIDDEN = "•••";

    private final AttributeDictionary dictionary;

    Values(AttributeDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Whether the value of a key must not be shown. */
    boolean hides(String key) {
        AttributeDefinition definition = dictionary.find(key);
        return definition != null && definition.sensitivity() == Sensitivity.PROTECTED;
    }

    /** A value as text, empty when there is nothing in it. */
    String text(String key, @Nullable Object value) {
        if (hides(key)) {
            return HIDDEN;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e12
                    ? Long.toString((long) number)
                    : Double.toString(Math.round(number * 10_000) / 10_000.0);
        }
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((name, part) -> parts.add(name + " " + text(String.valueOf(name), part)));
            return String.join(", ", parts);
        }
        if (value instanceof Iterable<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(part -> parts.add(text("", part)));
            return String.join(", ", parts);
        }
        return value == null ? "" : value.toString();
    }
}
