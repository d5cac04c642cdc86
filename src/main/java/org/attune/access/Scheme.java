package org.attune.access;

import org.attune.kernel.Keyed;

/** Light or dark. No choice means: as the system is set. */
public enum Scheme implements Keyed {
    LIGHT,
    DARK;

    @Override
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    public static Scheme of(String key) {
        return Keyed.of(Scheme.class, "scheme", key);
    }
}
