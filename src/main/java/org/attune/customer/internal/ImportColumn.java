package org.attune.customer.internal;

import org.jspecify.annotations.Nullable;

/**
 * What one column of a file is for.
 *
 * @param key the attribute or the purpose of the consent, empty otherwise
 * @param missing the value that stands for "not known" beside the empty one
 */
record ImportColumn(
        int index,
        String name,
        Kind kind,
        String key,
        @Nullable String missing) {
    private static final String CONSENT = "consent:";

    enum Kind {
        ATTRIBUTE,
        DISPLAY_NAME,
        LANGUAGE,
        PHONE,
        STATE,
        CONSENT
    }

    /** Reads the target of a mapping. */
    static ImportColumn of(int index, String name, String target, @Nullable String missing) {
        Kind kind = switch (target) {
            case "displayName" -> Kind.DISPLAY_NAME;
            case "language" -> Kind.LANGUAGE;
            case "phone" -> Kind.PHONE;
            case "state" -> Kind.STATE;
            default -> target.startsWith(CONSENT) ? Kind.CONSENT : Kind.ATTRIBUTE;
        };
        String key = kind == Kind.ATTRIBUTE ? target : kind == Kind.CONSENT ? target.substring(CONSENT.length()) : "";
        return new ImportColumn(index, name, kind, key, missing);
    }

    boolean missing(String cell) {
        return cell.isEmpty() || cell.equals(missing);
    }
}
