package org.attune.decision.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackWriter} wrote; bytes that end too early are an {@link IllegalArgumentException}. */
final class PackReader {
    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int at;

    PackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int raw() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("The stored trace ends too early.");
        }
        return bytes[at++] & 0xFF;
    }

    byte[] raw(int count) {
        byte[] found = new byte[count];
        for (int i = 0; i < count; i++) {
            found[i] = (byte) raw();
        }
        return found;
    }

    long count() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = raw();
            value |= (part & 0x7FL) << shift;
            if ((part & 0x80) == 0) {
                return value;
            }
        }
    }

    int size() {
        long size = count();
        if (size > bytes.length) {
            throw new IllegalArgumentException("The stored trace is damaged.");
        }
        return (int) size;
    }

    long signed() {
        long folded = count();
        return (folded >>> 1) ^ -(folded & 1);
    }

    long bits() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | raw();
        }
        return value;
    }

    double number() {
        return Double.longBitsToDouble(bits());
    }

    double roughly() {
        int four = 0;
        for (int i = 0; i < 4; i++) {
            four = four << 8 | raw();
        }
        return Float.intBitsToFloat(four);
    }

    String text() {
        int reference = size();
        if (reference > 0) {
            return texts.get(reference - 1);
        }
        String text = new String(raw(size()), StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    LocalText localText() {
        return new LocalText(text(), text());
    }

    List<String> texts() {
        int size = size();
        List<String> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(text());
        }
        return all;
    }

    Map<String, Object> values() {
        int size = size();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String key = text();
            Object value = value();
            if (value != null) {
                map.put(key, value);
            }
        }
        return map;
    }

    @Nullable
    Object value() {
        int kind = raw();
        return switch (kind) {
            case PackWriter.NULL -> null;
            case PackWriter.TEXT -> text();
            case PackWriter.NUMBER -> number();
            case PackWriter.WHOLE -> signed();
            case PackWriter.TRUE -> true;
            case PackWriter.FALSE -> false;
            case PackWriter.LIST -> {
                int size = size();
                List<Object> list = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    Object each = value();
                    if (each != null) {
                        list.add(each);
                    }
                }
                yield list;
            }
            case PackWriter.MAP -> values();
            default -> throw new IllegalArgumentException("The stored trace is damaged.");
        };
    }
}
