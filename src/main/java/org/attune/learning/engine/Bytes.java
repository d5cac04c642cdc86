package org.attune.learning.engine;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Bytes in memory, for one thread: a stored engine is millions of numbers, and a lock for each would cost more than the number. */
final class Bytes extends OutputStream {

    private byte[] held = new byte[1 << 16];
    private int size;

    @Override
    public void write(int one) {
        room(1);
        held[size++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, held, size, length);
        size += length;
    }

    /** CRC-32 of what was written. */
    long checksum() {
        return checksum(held, size);
    }

    /** CRC-32 of the first bytes. */
    static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    byte[] toArray() {
        return Arrays.copyOf(held, size);
    }

    private void room(int more) {
        if (more > held.length - size) {
            held = Arrays.copyOf(held, Math.addExact(size, Math.max(more, size)));
        }
    }
}
