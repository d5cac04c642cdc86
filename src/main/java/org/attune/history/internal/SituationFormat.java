package org.attune.history.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Situations as bytes: a version, the number of facts, and each fact in the order of their names as name, kind and value. Texts
 * are UTF-8 after their length in two bytes, numbers big-endian. Read back, a situation is equal to what JSON would give: whole
 * numbers as Integer or Long, all others as Double. A golden test holds the format still.
 */
@Component
final class SituationFormat {

    private static final byte VERSION = 1;
    private static final byte FALSE = 0;
    private static final byte TRUE = 1;
    private static final byte INT = 2;
    private static final byte LONG = 3;
    private static final byte DOUBLE = 4;
    private static final byte TEXT = 5;
    /** Anything else, as JSON. */
    private static final byte OTHER = 6;

    private static final int LONGEST = 0xFFFF;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final JsonMapper json;
    private final Texts texts = new Texts();

    SituationFormat(JsonMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException a situation with more than 65,535 facts, or a name longer than so many bytes */
    byte[] write(Map<String, Object> situation) {
        if (situation.size() > LONGEST) {
            throw new IllegalArgumentException("A situation of " + situation.size() + " facts is too large");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * (1 + situation.size()));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeShort(situation.size());
            for (Map.Entry<String, Object> each : new TreeMap<>(situation).entrySet()) {
                text(each.getKey(), out);
                value(each.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void value(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case Boolean yes -> out.writeByte(yes ? TRUE : FALSE);
            case Integer number -> {
                out.writeByte(INT);
                out.writeInt(number);
            }
            case Long number when number == number.intValue() -> value(number.intValue(), out);
            case Long number -> {
                out.writeByte(LONG);
                out.writeLong(number);
            }
            case Number number
            when Double.isFinite(number.doubleValue()) -> {
                out.writeByte(DOUBLE);
                out.writeDouble(number.doubleValue());
            }
            case String text
            when text.length() <= LONGEST / 3 -> {
                out.writeByte(TEXT);
                text(text, out);
            }
            default -> {
                byte[] other = json.writeValueAsBytes(value);
                out.writeByte(OTHER);
                out.writeInt(other.length);
                out.write(other);
            }
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LONGEST) {
            throw new IllegalArgumentException("A name of " + utf8.length + " bytes is too long");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    /** @throws IllegalArgumentException bytes of another version, or damaged ones */
    Map<String, Object> read(byte[] bytes) {
        try {
            if (bytes[0] != VERSION) {
                throw new IllegalArgumentException("A situation of form " + bytes[0] + " cannot be read");
            }
            int count = length(bytes, 1);
            Map<String, Object> situation = HashMap.newHashMap(count);
            int at = 3;
            for (int i = 0; i < count; i++) {
                int size = length(bytes, at);
                String name = texts.of(bytes, at + 2, size);
                at += 2 + size;
                byte kind = bytes[at++];
                switch (kind) {
                    case FALSE -> situation.put(name, Boolean.FALSE);
                    case TRUE -> situation.put(name, Boolean.TRUE);
                    case INT -> {
                        situation.put(name, (int) INTS.get(bytes, at));
                        at += Integer.BYTES;
                    }
                    case LONG -> {
                        situation.put(name, (long) LONGS.get(bytes, at));
                        at += Long.BYTES;
                    }
                    case DOUBLE -> {
                        situation.put(name, Double.longBitsToDouble((long) LONGS.get(bytes, at)));
                        at += Long.BYTES;
                    }
                    case TEXT -> {
                        int length = length(bytes, at);
                        situation.put(name, texts.of(bytes, at + 2, length));
                        at += 2 + length;
                    }
                    case OTHER -> {
                        int length = (int) INTS.get(bytes, at);
                        at += Integer.BYTES;
                        situation.put(name, json.readValue(bytes, at, length, Object.class));
                        at += length;
                    }
                    default -> throw new IllegalArgumentException("A situation with a value of kind " + kind);
                }
            }
            return situation;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A situation is cut short", e);
        }
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** One string for all mentions of a name or a category: what was read last at each of so many places is read again. */
    private static final class Texts {
        private static final int PLACES = 1 << 13;

        private record Known(byte[] utf8, String text) {}

        private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(PLACES);

        String of(byte[] bytes, int from, int size) {
            int hash = size;
            for (int i = from; i < from + size; i++) {
                hash = 31 * hash + bytes[i];
            }
            int place = (hash ^ hash >>> 13) & PLACES - 1;
            Known here = known.getAcquire(place);
            if (here != null && Arrays.equals(here.utf8, 0, here.utf8.length, bytes, from, from + size)) {
                return here.text;
            }
            byte[] utf8 = Arrays.copyOfRange(bytes, from, from + size);
            String text = new String(utf8, StandardCharsets.UTF_8);
            known.setRelease(place, new Known(utf8, text));
            return text;
        }
    }
}
