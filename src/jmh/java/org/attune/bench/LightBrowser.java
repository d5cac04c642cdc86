package org.attune.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What of a browser belongs to its user and not to one page: cookies, login, requests with compressed answers. */
final class LightBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http;
    private final int port;
    private final String user;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private String csrf = "";

    LightBrowser(HttpClient http, int port, String user) {
        this.http = http;
        this.port = port;
        this.user = user;
    }

    /**
     * An answer.
     *
     * @param at when the last byte of it was there, {@link System#nanoTime}
     */
    record Answer(int status, String to, String body, long at) {}

    String user() {
        return user;
    }

    int port() {
        return port;
    }

    void login() throws IOException, InterruptedException {
        visit("login");
        Answer answer = post(
                "/login",
                "application/x-www-form-urlencoded",
                "username=" + user + "&password=attune-demo&_csrf=" + encoded(csrf));
        if (answer.status() != 302 || answer.to().contains("login")) {
            throw new IllegalStateException(user + " was not let in: " + answer.status() + " " + answer.to());
        }
    }

    void logOut() throws IOException, InterruptedException {
        Answer answer = post("/logout", "application/x-www-form-urlencoded", "_csrf=" + encoded(csrf));
        if (answer.status() != 302 && answer.status() != 200) {
            throw new IllegalStateException(user + " could not log out: " + answer.status());
        }
    }

    /** Reads the frame of a page, with its token. */
    void visit(String path) throws IOException, InterruptedException {
        String html = get("/" + path).body();
        Matcher found = CSRF.matcher(html);
        if (!found.find()) {
            throw new IllegalStateException(user + ": no token on the page: " + html);
        }
        csrf = found.group(1);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    Answer post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        long at = System.nanoTime();
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = plain.readAllBytes();
            }
        }
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                new String(body, StandardCharsets.UTF_8),
                at);
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
