package org.attune.access.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of a bearer token, as four numbers so that it can be looked up. A look-up by hash tells nothing about the token by
 * its time: who does not know the token cannot steer the hash.
 */
public record TokenHash(long a, long b, long c, long d) {

    /** The hash of a token. */
    public static TokenHash of(String token) {
        try {
            return ofBytes(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static TokenHash ofBytes(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new TokenHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** As it is kept. */
    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }
}
