package org.attune.customer.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format. */
final class CopyBuffer {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;
    private static final int NULL = -1;

    private byte[] bytes = new byte[1 << 20];
    private int length;

    CopyBuffer() {
        room(SIGNATURE.length);
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        int32(0);
        int32(0);
    }

    CopyBuffer row(int fields) {
        int16(fields);
        return this;
    }

    CopyBuffer uuid(UUID value) {
        int32(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    CopyBuffer time(Instant value) {
        int32(8);
        int64(ChronoUnit.MICROS.between(EPOCH, value));
        return this;
    }

    CopyBuffer text(@Nullable String value) {
        if (value == null) {
            int32(NULL);
        } else {
            raw(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    CopyBuffer texts(@Nullable List<String> values) {
        if (values == null) {
            int32(NULL);
            return this;
        }
        int start = length;
        int32(0);
        int32(values.isEmpty() ? 0 : 1);
        int32(0);
        int32(TEXT_OID);
        if (!values.isEmpty()) {
            int32(values.size());
            int32(1);
            values.forEach(this::text);
        }
        int end = length;
        length = start;
        int32(end - start - 4);
        length = end;
        return this;
    }

    /** The format of jsonb begins with its version, 1. */
    CopyBuffer json(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int32(text.length + 1);
        room(1);
        bytes[length++] = 1;
        put(text);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Writes the trailer and tells how many bytes are to be sent. */
    int finish() {
        int16(-1);
        return length;
    }

    private void raw(byte[] value) {
        int32(value.length);
        put(value);
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int16(int value) {
        room(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void int32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
