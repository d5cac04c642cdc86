package org.attune.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import org.attune.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the hash of the line before and every field, each with its length so that no two lines look alike. */
final class HashChain {
    /** What stands before the first line. */
    static final byte[] START = new byte[32];

    private HashChain() {}

    static byte[] hash(byte[] previous, AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(previous);
        add(digest, Long.toString(entry.id()));
        add(digest, Long.toString(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at())));
        add(digest, entry.who());
        add(digest, entry.what());
        add(digest, entry.subject());
        add(digest, entry.key());
        add(digest, entry.before());
        add(digest, entry.after());
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
