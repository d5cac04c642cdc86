package org.attune.care;

import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something the benefits finder may ask.
 *
 * @param unit what a number counts: {@code month}, {@code money}, {@code years} or {@code people}; null for other types
 * @param personal whether the answer tells something about health, family or violence
 */
public record Question(
        String key, Type type, LocalText label, @Nullable String unit, boolean personal, List<Option> options) {
    /** What an answer is. */
    public enum Type {
        YESNO,
        NUMBER,
        CHOICE
    }

    /** One of the answers to choose from. */
    public record Option(String key, LocalText label) {}

    public Question {
        options = List.copyOf(options);
    }
}
