package org.attune.studio;

import org.attune.ui.Texts;

/** What a file can bring. */
enum ImportKind {
    CUSTOMERS("customers"),
    OUTCOMES("outcomes");

    private final String key;

    ImportKind(String key) {
        this.key = key;
    }

    String label() {
        return Texts.of("studio.import." + key);
    }

    /** The words for the kind an import's books carry. */
    static String label(String key) {
        return Texts.of("studio.import." + key);
    }
}
