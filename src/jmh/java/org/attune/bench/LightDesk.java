package org.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser without a screen: it logs in, opens a page of the application, holds its push connection and presses keys, with the very
 * messages a browser sends. Two hundred of them fit beside what is measured.
 */
final class LightDesk implements AutoCloseable, WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http;
    private final String base;
    private final String user;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final StringBuilder part = new StringBuilder();
    private String csrf = "";
    private String uiId = "0";
    private String securityKey = "";
    private long syncId;
    private long clientId;
    private long deskNode;
    private int cards;
    private boolean inACall;
    private WebSocket push;

    LightDesk(HttpClient http, int port, String user) {
        this.http = http;
        this.base = "http://127.0.0.1:" + port;
        this.user = user;
    }

    String user() {
        return user;
    }

    void login() throws IOException, InterruptedException {
        csrf(get("/login").body());
        HttpResponse<String> answer = post(
                "/login",
                "application/x-www-form-urlencoded",
                "username=" + user + "&password=attune-demo&_csrf=" + encoded(csrf));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("login")) {
            throw new IllegalStateException(user + " was not let in: " + answer.statusCode() + " " + to);
        }
    }

    /** Opens a page in a window of its own, with its push connection. */
    void open(String path) throws IOException, InterruptedException {
        csrf(get("/" + path).body());
        JsonNode page = JSON.readTree(
                get("/?v-r=init&location=" + encoded(path) + "&query=").body());
        JsonNode config = page.path("appConfig");
        uiId = config.path("v-uiId").asString();
        JsonNode uidl = config.path("uidl");
        securityKey = uidl.path("Vaadin-Security-Key").asString();
        took(uidl);
        push = http.newWebSocketBuilder()
                .header("Cookie", cookies())
                .buildAsync(
                        URI.create(base.replace("http", "ws")
                                + "/VAADIN/push?v-r=push&debug_window=0&v-uiId=" + uiId + "&v-pushId="
                                + encoded(uidl.path("Vaadin-Push-ID").asString())
                                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                                + "&Content-Type=application/json%3B%20charset%3DUTF-8&X-atmo-protocol=true"),
                        this)
                .join();
        navigate(path);
    }

    private void navigate(String path) throws IOException, InterruptedException {
        rpc(Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of(
                        "route",
                        path,
                        "query",
                        "",
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        "")));
    }

    /** Presses a key of the desk. */
    void key(String key) throws IOException, InterruptedException {
        rpc(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                deskNode,
                "templateEventMethodName",
                "key",
                "templateEventMethodArgs",
                List.of(key),
                "promise",
                -1));
    }

    private synchronized void rpc(Map<String, Object> call) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", securityKey, "rpc", List.of(call), "syncId", syncId, "clientId", clientId++));
        HttpResponse<String> answer = post("/?v-r=uidl&v-uiId=" + uiId, "application/json; charset=UTF-8", body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(user + ": " + answer.statusCode() + " " + answer.body());
        }
        took(answer.body());
    }

    private void took(String text) {
        JsonNode message = JSON.readTree(text.replaceFirst("^for\\(;;\\);", ""));
        if (message.isArray()) {
            message.forEach(this::took);
        } else {
            took(message);
        }
    }

    private synchronized void took(JsonNode message) {
        if (message.path("meta").has("appError")) {
            throw new IllegalStateException(user + ": " + message);
        }
        syncId = Math.max(syncId, message.path("syncId").asLong(syncId));
        for (JsonNode each : message.path("execute")) {
            String script = each.path(each.size() - 1).asString("");
            if (script.contains("attuneDesk.start")) {
                deskNode = each.path(each.size() - 2).path("@v-node").asLong();
            }
        }
        String words = message.toString();
        cards += words.split("\"action-card\"", -1).length - 1;
        inACall |= words.contains("\"workplace\"");
    }

    /** Whether the page of a conversation was shown. */
    synchronized boolean inACall() {
        return inACall;
    }

    /** How many cards of actions this desk was ever told to show. */
    synchronized int cards() {
        return cards;
    }

    void logOut() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/logout", "application/x-www-form-urlencoded", "_csrf=" + encoded(csrf));
        if (answer.statusCode() != 302 && answer.statusCode() != 200) {
            throw new IllegalStateException(user + " could not log out: " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private void csrf(String html) {
        Matcher found = CSRF.matcher(html);
        if (!found.find()) {
            throw new IllegalStateException(user + ": no token on the page: " + html);
        }
        csrf = found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String text = part.substring(part.indexOf("|") + 1);
            part.setLength(0);
            if (text.startsWith("for(;;);") || text.startsWith("[{")) {
                took(text);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        if (push != null) {
            push.abort();
        }
    }
}
