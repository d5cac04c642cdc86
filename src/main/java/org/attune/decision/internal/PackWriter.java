package org.attune.decision.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** Writes values close together: numbers in as few bytes as they need, a text that comes again as a reference to the first. */
final class PackWriter {
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int NUMBER = 2;
    static final int WHOLE = 3;
    static final int TRUE = 4;
    static final int FALSE = 5;
    static final int LIST = 6;
    static final int MAP = 7;

    private byte[] bytes = new byte[4_096];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>();

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    PackWriter raw(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    PackWriter raw(byte[] values, int count) {
        room(count);
        System.arraycopy(values, 0, bytes, size, count);
        size += count;
        return this;
    }

    /** A number that is rarely large and never negative. */
    PackWriter count(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** A number of either sign. */
    PackWriter signed(long value) {
        return count((value << 1) ^ (value >> 63));
    }

    PackWriter bits(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    PackWriter number(double value) {
        return bits(Double.doubleToRawLongBits(value));
    }

    /** Seven significant digits. */
    PackWriter roughly(double value) {
        int four = Float.floatToRawIntBits((float) value);
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (four >>> shift);
        }
        return this;
    }

    PackWriter text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            return count(known + 1L);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return count(0).count(utf8.length).raw(utf8, utf8.length);
    }

    PackWriter text(LocalText text) {
        return text(text.en()).text(text.fr());
    }

    PackWriter texts(Collection<String> all) {
        count(all.size());
        all.forEach(this::text);
        return this;
    }

    PackWriter values(Map<String, ?> map) {
        count(map.size());
        map.forEach((key, value) -> text(key).value(value));
        return this;
    }

    /** A text, number, boolean, list or map; anything else is kept as its text. */
    PackWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> raw(NULL);
            case Boolean yes -> raw(yes ? TRUE : FALSE);
            case Integer whole -> raw(WHOLE).signed(whole);
            case Long whole -> raw(WHOLE).signed(whole);
            case Number number -> raw(NUMBER).number(number.doubleValue());
            case Collection<?> list -> {
                raw(LIST).count(list.size());
                list.forEach(this::value);
                yield this;
            }
            case Map<?, ?> map -> {
                raw(MAP).count(map.size());
                map.forEach((key, each) -> text(String.valueOf(key)).value(each));
                yield this;
            }
            default -> raw(TEXT).text(value.toString());
        };
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
