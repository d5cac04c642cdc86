package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing that is wrong with what somebody sent or typed.
 *
 * @param place where: a field, a path such as {@code actions[3].priceDelta}, or a line and column
 * @param message what is wrong and what would be right, in plain English words
 * @param french the same in French; the English words where nobody has translated them
 */
public record Problem(
        String place, String message, @JsonIgnore String french) {
    /** A problem that is told in English only. */
    public Problem(String place, String message) {
        this(place, message, message);
    }

    /** A problem in both languages. */
    public Problem(String place, LocalText words) {
        this(place, words.en(), words.fr());
    }

    /** The words in a language. */
    public String message(Language language) {
        return language == Language.FR ? french : message;
    }

    /** The same problem at another place. */
    public Problem at(String elsewhere) {
        return new Problem(elsewhere, message, french);
    }
}
