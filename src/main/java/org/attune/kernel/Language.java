package org.attune.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages Attune speaks. */
public enum Language implements Keyed {
    EN(Locale.ENGLISH),
    FR(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    @Override
    @JsonValue
    public String key() {
        return locale.getLanguage();
    }

    /** The locale for formats. */
    public Locale locale() {
        return locale;
    }

    /** The constant of a key ({@code en}, {@code fr}); an unknown one is an {@link InvalidException}. */
    @JsonCreator
    public static Language of(String key) {
        return Keyed.of(Language.class, "language", key);
    }

    /** The nearest language Attune speaks: French for any French locale, otherwise English. */
    public static Language of(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? FR : EN;
    }
}
