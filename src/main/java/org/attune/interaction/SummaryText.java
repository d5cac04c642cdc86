package org.attune.interaction;

import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation came to.
 *
 * @param language of the text
 * @param other the same in the other language; null as soon as a person has changed the text
 */
public record SummaryText(
        Language language, String text, @Nullable String other) {
    /** A text that nobody has changed. */
    public static SummaryText composed(LocalText composed, Language language) {
        return new SummaryText(
                language, composed.in(language), composed.in(language == Language.EN ? Language.FR : Language.EN));
    }

    /** The text in a language where there is one, otherwise in the language it was written in. */
    public String in(Language wanted) {
        return wanted == language || other == null ? text : other;
    }
}
