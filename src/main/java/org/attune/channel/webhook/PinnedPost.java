package org.attune.channel.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 POST to an address that was chosen before, with TLS checked against the name. The JDK's own clients resolve the
 * name themselves, once more and perhaps to something else. No redirects, no proxy, no reuse; the answer's head may have 16 KB,
 * of its body a little is kept, and everything has to be done within the time given.
 */
final class PinnedPost {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int EXCERPT = 512;

    private final ScheduledExecutorService watch;
    private final Duration connect;
    private final Duration total;
    private final SSLSocketFactory tls;

    PinnedPost(ScheduledExecutorService watch, Duration connect, Duration total, SSLSocketFactory tls) {
        this.watch = watch;
        this.connect = connect;
        this.total = total;
        this.tls = tls;
    }

    /** What came back. */
    record Answer(int status, @Nullable String retryAfter, String excerpt) {}

    Answer send(TargetGuard.Target target, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            ScheduledFuture<?> end = watch.schedule(() -> close(plain), total.toMillis(), TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(target.address(), target.port()), (int) connect.toMillis());
                plain.setSoTimeout((int) total.toMillis());
                Socket socket = target.tls() ? secured(plain, target) : plain;
                OutputStream out = socket.getOutputStream();
                out.write(request(target.uri(), headers, body.length));
                out.write(body);
                out.flush();
                return answer(new BufferedInputStream(socket.getInputStream(), 2048));
            } finally {
                end.cancel(false);
            }
        }
    }

    private Socket secured(Socket plain, TargetGuard.Target target) throws IOException {
        String host = bare(target.uri().getHost());
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, target.port(), false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.matches("[0-9.]+|.*:.*")) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI uri, Map<String, String> headers, int length) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(uri.getPort() < 0 ? "" : ":" + uri.getPort())
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(InputStream in) throws IOException {
        while (true) {
            String[] lines = head(in).split("\r?\n");
            int status = status(lines[0]);
            if (status >= 200) {
                return new Answer(status, header(lines, "retry-after"), status < 300 ? "" : excerpt(in));
            }
        }
    }

    /** Status line and headers, up to the empty line. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int newLines = 0;
        while (newLines < 2) {
            int c = in.read();
            if (c < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException(
                        c < 0 ? "The connection ended before the answer." : "The answer's head is too long.");
            }
            newLines = c == '\n' ? newLines + 1 : c == '\r' ? newLines : 0;
            head.append((char) c);
        }
        return head.toString();
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("The answer is not HTTP.");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static @Nullable String header(String[] lines, String name) {
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return null;
    }

    /** The beginning of what an error says, harmless to show. */
    private static String excerpt(InputStream in) {
        try {
            String text = new String(in.readNBytes(EXCERPT), StandardCharsets.UTF_8);
            return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFD]+", " ").strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
