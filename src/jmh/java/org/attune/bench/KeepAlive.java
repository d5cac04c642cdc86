package org.attune.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection that is kept: as little client as possible, for it runs on the same cores as what is measured. */
final class KeepAlive implements AutoCloseable {
    private final int port;
    private final String head;
    private Socket socket;
    private OutputStream out;
    private InputStream in;
    /** The server said that it closes this connection after its answer, as it does when it refuses. */
    private boolean over;

    private byte[] body = new byte[64 * 1024];

    KeepAlive(int port, String token) throws IOException {
        this.port = port;
        head = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
        socket = open();
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        return opened;
    }

    /**
     * The answer's status and body.
     *
     * @param retryAfter whether it says when to come back
     */
    record Answer(int status, String body, boolean retryAfter) {}

    Answer post(String path, String json) throws IOException {
        if (over) {
            socket.close();
            socket = open();
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            over = false;
        }
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        byte[] start = ("POST " + path + head + payload.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + payload.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(payload, 0, all, start.length, payload.length);
        out.write(all);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        boolean chunked = false;
        boolean retryAfter = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            over |= lower.startsWith("connection: close");
            retryAfter |= lower.startsWith("retry-after:");
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        int size = 0;
        if (chunked) {
            for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
                size = read(size, chunk);
                line();
            }
            line();
        } else if (length > 0) {
            size = read(0, length);
        }
        return new Answer(status, new String(body, 0, size, StandardCharsets.UTF_8), retryAfter);
    }

    private int read(int from, int length) throws IOException {
        if (from + length > body.length) {
            body = java.util.Arrays.copyOf(body, 2 * (from + length));
        }
        int end = from;
        while (end < from + length) {
            int got = in.read(body, end, from + length - end);
            if (got < 0) {
                throw new IOException("The server hung up in the middle of an answer.");
            }
            end += got;
        }
        return end;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
