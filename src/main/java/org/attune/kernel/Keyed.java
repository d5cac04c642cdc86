package org.attune.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A closed list of words that travel as lower-case keys with dashes ({@code call-center}). */
public interface Keyed {
    /** The word as it stands in JSON, addresses and the database. */
    String key();

    /** The constant of a key; an unknown one is an {@link InvalidException} that lists what is allowed. */
    static <E extends Enum<E> & Keyed> E of(Class<E> type, String place, String key) {
        for (E each : type.getEnumConstants()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Keyed::key).collect(Collectors.joining(", "));
        throw new InvalidException(place, "'" + key + "' is not known here. Known: " + known + ".");
    }
}
