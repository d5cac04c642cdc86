package org.attune.channel.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Another system on this machine: keeps what it is sent and answers as it is told to. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile IntFunction<Answer> answers = number -> new Answer(204, "", null);

    /** What came. */
    public record Post(String id, long timestamp, String signature, String contentType, String body) {}

    /** What is answered. */
    public record Answer(int status, String body, String header) {}

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers the n-th post (from 1) so. */
    public void answers(IntFunction<Answer> how) {
        answers = how;
    }

    public List<Post> posts() {
        return posts;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        posts.add(new Post(
                headers.getFirst("webhook-id"),
                Long.parseLong(headers.getFirst("webhook-timestamp")),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                body));
        Answer answer = answers.apply(posts.size());
        if (answer.header() != null) {
            String[] parts = answer.header().split(": ", 2);
            exchange.getResponseHeaders().set(parts[0], parts[1]);
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
