package org.attune.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes time-ordered ids (UUID version 7, RFC 9562) so that index pages fill in order. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id: 48 bits of milliseconds since 1970, the rest random. */
    public static UUID next() {
        long time = System.currentTimeMillis();
        long high = (time << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static UUID parse(String kind, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidException(kind, "'" + text + "' is not the id of a " + kind + ".");
        }
    }
}
