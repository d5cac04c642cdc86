package org.attune.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket over which a page is told its news, with the compression a browser agrees on (RFC 6455, RFC 7692), which the JDK's own
 * client cannot do. Each message comes as {@code length|text}. It only listens: requests go another way.
 */
final class PushSocket implements AutoCloseable {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] END_OF_BLOCK = {0, 0, -1, -1};

    private final Socket socket;
    private final DataInputStream in;
    private final Listener listener;
    private final Inflater inflater = new Inflater(true);
    private final StringBuilder unread = new StringBuilder();
    private volatile boolean closing;

    /** Hears what is told. */
    interface Listener {
        /** @param at when the last byte of it was there, {@link System#nanoTime} */
        void told(String message, long at);

        /** The other side hung up, or what it sent cannot be read. */
        void lost(Exception why);
    }

    /** Connects; messages come on a thread of its own. */
    PushSocket(int port, String path, String cookies, Listener listener) throws IOException {
        this.listener = listener;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4 * 1024));
        String host = "127.0.0.1:" + port;
        write(("GET " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: http://"
                        + host + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + Base64.getEncoder().encodeToString(new byte[16])
                        + "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\nCookie: "
                        + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String first = line();
        if (!first.startsWith("HTTP/1.1 101")) {
            throw new IOException("No WebSocket: " + first);
        }
        boolean compressed = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            compressed |= line.toLowerCase(java.util.Locale.ROOT).contains("permessage-deflate");
        }
        if (!compressed) {
            throw new IOException("The server does not compress.");
        }
        Thread.ofVirtual().start(this::listen);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private synchronized void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private void listen() {
        try {
            byte[] message = new byte[0];
            boolean compressed = false;
            while (!closing) {
                int head = in.readUnsignedByte();
                byte[] payload = payload();
                int kind = head & 0x0f;
                if (kind == PING) {
                    control(PONG, payload);
                } else if (kind == CLOSE) {
                    throw new EOFException("closed by the server");
                } else if (kind == TEXT || kind == CONTINUATION) {
                    compressed = kind == TEXT ? (head & 0x40) != 0 : compressed;
                    message = kind == TEXT ? payload : joined(message, payload);
                    if ((head & 0x80) != 0) {
                        long at = System.nanoTime();
                        byte[] plain = compressed ? inflated(message) : message;
                        take(new String(plain, StandardCharsets.UTF_8), at);
                    }
                }
            }
        } catch (IOException | DataFormatException | RuntimeException e) {
            if (!closing) {
                listener.lost(e);
            }
        } finally {
            inflater.end();
        }
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return payload;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The window is kept from message to message. */
    private byte[] inflated(byte[] message) throws DataFormatException {
        inflater.setInput(joined(message, END_OF_BLOCK));
        byte[] plain = new byte[Math.max(1_024, 8 * message.length)];
        int length = 0;
        for (int got = inflater.inflate(plain); got > 0; got = inflater.inflate(plain, length, plain.length - length)) {
            length += got;
            if (length == plain.length) {
                plain = Arrays.copyOf(plain, 2 * length);
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private void take(String text, long at) {
        unread.append(text);
        for (String next = next(); next != null; next = next()) {
            listener.told(next, at);
        }
    }

    /** The next whole message, if it is there. */
    private @Nullable String next() {
        int bar = unread.indexOf("|");
        if (bar < 0) {
            return null;
        }
        int end = bar + 1 + Integer.parseInt(unread.substring(0, bar).strip());
        if (end > unread.length()) {
            return null;
        }
        String message = unread.substring(bar + 1, end);
        unread.delete(0, end);
        return message;
    }

    /** What a client sends is masked; with zeros it stays as it is. */
    private void control(int kind, byte[] payload) throws IOException {
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | kind);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        write(frame);
    }

    @Override
    public void close() {
        closing = true;
        try (socket) {
            control(CLOSE, new byte[] {3, -24});
        } catch (IOException e) {
            // it is gone already
        }
    }
}
