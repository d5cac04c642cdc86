package org.attune.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** Visible texts by key, from {@code messages/<module>_en.properties} and {@code _fr}. */
public final class Texts {
    private Texts() {}

    /**
     * The text in the language of the open page.
     *
     * @param key starts with the module name, {@code desk.accept}
     * @param args fill {@code {0}}, {@code {1}}, ... as they are; format numbers and dates with {@link Formats} first
     */
    public static String of(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }

    /** The text in a language that may differ from that of the page, for what is printed for somebody else. */
    public static String in(Locale locale, String key, Object... args) {
        return I18NProvider.translate(locale, key, args);
    }

    /** A word and what it is about, {@code Declined: Price} or {@code Refusé : Prix}. */
    public static String pair(String name, String what) {
        return of("ui.pair", name, what);
    }

    /** The language of the open page; English where there is none. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
