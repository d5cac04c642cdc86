package org.attune.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One window of a browser without a screen. It sends what Chromium was recorded to send to Flow 25.2: one request after the other, each
 * with the number of the last message it has taken in; it takes messages in by their number, whichever way they came; and it answers
 * what a message makes the page's elements tell. Hundreds of them fit beside what is measured.
 */
class LightPage implements AutoCloseable, PushSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_SECONDS = 10;

    private final LightBrowser browser;
    private final ReentrantLock sending = new ReentrantLock();
    /** Messages that came before one they follow, by their number. */
    private final TreeMap<Long, Early> early = new TreeMap<>();

    private final Map<String, CompletableFuture<Told>> awaited = new HashMap<>();
    private final Elements elements = new Elements();
    private String uiId = "0";
    private String securityKey = "";
    private long syncId;
    private long clientId;
    private int followUps;
    private @Nullable PushSocket push;
    private volatile @Nullable String broken;

    LightPage(LightBrowser browser) {
        this.browser = browser;
    }

    /**
     * A message of the server that was taken in.
     *
     * @param at when its last byte was there, {@link System#nanoTime}
     * @param pushed whether it came over the WebSocket
     */
    record Told(String text, long at, boolean pushed) {}

    LightBrowser browser() {
        return browser;
    }

    Elements elements() {
        return elements;
    }

    /** Opens a page in a window of its own, with its push connection. */
    void open(String path) throws IOException, InterruptedException {
        browser.visit(path);
        JsonNode page = JSON.readTree(browser.get("/?v-r=init&location=" + LightBrowser.encoded(path) + "&query=")
                .body());
        JsonNode config = page.path("appConfig");
        JsonNode uidl = config.path("uidl");
        uiId = config.path("v-uiId").asString();
        securityKey = uidl.path("Vaadin-Security-Key").asString();
        syncId = uidl.path("syncId").asLong();
        push = new PushSocket(
                browser.port(),
                "/VAADIN/push?v-r=push&v-uiId=" + uiId + "&v-pushId="
                        + uidl.path("Vaadin-Push-ID").asString()
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                        + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=" + syncId,
                browser.cookies(),
                this);
        Map<String, Object> where = Map.of(
                "route",
                "/" + path,
                "query",
                "",
                "appShellTitle",
                "Attune",
                "historyState",
                Map.of("idx", 0),
                "trigger",
                "");
        rpc(List.of(Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", where)));
    }

    /** Calls a method the server offers to the page. */
    Reply call(long node, String method, Object... arguments) throws IOException, InterruptedException {
        return rpc(List.of(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                node,
                "templateEventMethodName",
                method,
                "templateEventMethodArgs",
                List.of(arguments),
                "promise",
                0)));
    }

    /**
     * What came of a request.
     *
     * @param sent when it was sent, {@link System#nanoTime}
     */
    record Reply(String text, long sent, long at) {}

    /** Sends what happened on the page; waits for its turn and for the answer. */
    Reply rpc(List<Map<String, Object>> what) throws IOException, InterruptedException {
        sending.lock();
        try {
            checkWell();
            long seen;
            synchronized (this) {
                seen = syncId;
            }
            String body = JSON.writeValueAsString(
                    Map.of("csrfToken", securityKey, "rpc", what, "syncId", seen, "clientId", clientId++));
            long sent = System.nanoTime();
            LightBrowser.Answer answer =
                    browser.post("/?v-r=uidl&v-uiId=" + uiId, "application/json; charset=UTF-8", body);
            if (answer.status() != 200) {
                throw new IllegalStateException("status " + answer.status() + " " + answer.body());
            }
            took(answer.body(), answer.at(), false);
            checkWell();
            return new Reply(answer.body(), sent, answer.at());
        } finally {
            sending.unlock();
        }
    }

    /** Says that the page is still open, as browsers do each five minutes. */
    void heartbeat() throws IOException, InterruptedException {
        LightBrowser.Answer answer = browser.post("/?v-r=heartbeat&v-uiId=" + uiId, "text/plain; charset=UTF-8", "");
        if (answer.status() != 200) {
            throw new IllegalStateException("heartbeat: " + answer.status());
        }
    }

    /** The next message in which this stands; ask before what makes it come. */
    synchronized CompletableFuture<Told> next(String text) {
        CompletableFuture<Told> next = new CompletableFuture<>();
        awaited.put(text, next);
        return next;
    }

    /** Waits for a message, but not for ever. */
    Told await(CompletableFuture<Told> next) throws InterruptedException {
        try {
            Told told = next.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            checkWell();
            return told;
        } catch (TimeoutException e) {
            checkWell();
            throw new IllegalStateException("nothing was told for " + PATIENCE_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void told(String message, long at) {
        // The first one says who the connection is, and there are signs of life.
        if (message.startsWith("{") || message.startsWith("for(;;);")) {
            took(message, at, true);
        }
    }

    @Override
    public void lost(Exception why) {
        broken = "the push connection is gone: " + why;
    }

    private synchronized void took(String text, long at, boolean pushed) {
        String plain =
                text.startsWith("for(;;);") ? text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1) : text;
        JsonNode message = JSON.readTree(plain);
        JsonNode meta = message.path("meta");
        if (meta.has("appError") || meta.has("sessionExpired") || message.has("resynchronize")) {
            broken = plain;
            return;
        }
        long number = message.path("syncId").asLong(-1);
        if (number >= 0 && number <= syncId) {
            return;
        }
        early.put(number, new Early(message, new Told(plain, at, pushed)));
        while (!early.isEmpty() && early.firstKey() <= syncId + 1) {
            Map.Entry<Long, Early> next = early.pollFirstEntry();
            syncId = Math.max(syncId, next.getKey());
            takeIn(next.getValue().message(), next.getValue().told());
        }
    }

    private record Early(JsonNode message, Told told) {}

    private void takeIn(JsonNode message, Told next) {
        List<Map<String, Object>> answers = elements.take(message);
        if (!answers.isEmpty()) {
            followUps++;
            Thread.ofVirtual().start(() -> followUp(answers));
        }
        List.copyOf(awaited.keySet()).stream()
                .filter(next.text()::contains)
                .forEach(each -> awaited.remove(each).complete(next));
    }

    private void followUp(List<Map<String, Object>> answers) {
        try {
            rpc(answers);
        } catch (IOException | InterruptedException | RuntimeException e) {
            broken = "what the page told by itself: " + e;
        }
    }

    /** Requests the page made by itself, because of what it was told. */
    synchronized int followUps() {
        return followUps;
    }

    /** @throws IllegalStateException when the page no longer works, or a message before those that came is missing */
    synchronized void checkWell() {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        Map.Entry<Long, Early> first = early.firstEntry();
        if (first != null
                && System.nanoTime() - first.getValue().told().at() > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            throw new IllegalStateException("message " + (syncId + 1) + " never came, " + first.getKey() + " did");
        }
    }

    @Override
    public void close() {
        PushSocket open = push;
        if (open != null) {
            open.close();
        }
    }
}
