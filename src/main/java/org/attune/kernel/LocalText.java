package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** One text in both languages. A missing French text falls back to English. */
public record LocalText(String en, String fr) {
    public LocalText {
        en = en == null ? "" : en;
        fr = fr == null || fr.isBlank() ? en : fr;
    }

    /** The same text in both languages, for names. */
    public static LocalText same(String text) {
        return new LocalText(text, text);
    }

    /** The text in a language. */
    public String in(Language language) {
        return language == Language.FR ? fr : en;
    }

    /** Whether there is nothing to read. */
    @JsonIgnore
    public boolean isBlank() {
        return en.isBlank();
    }
}
