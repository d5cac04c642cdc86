package org.attune.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a call's event to the agent's screen: a telephone system tells over the WebSocket that a call rings and, when the ring is
 * painted, that it is answered; a real browser says when each was painted (the frame after the elements are there). Beside it, the
 * same browser paints the same page as a static file: the time no page of that size can be under. Usage: ring [rings].
 */
public final class RingBench {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WARM_UP = 20;
    private static final int FIRST_CUSTOMER = 100_030;

    /** Answers when an element is there and the frame with it has been painted: milliseconds since 1970. */
    private static final String PAINTED = """
            selector => new Promise(done => {
              const painted = () => requestAnimationFrame(() => setTimeout(
                () => done(performance.timeOrigin + performance.now()), 0));
              const there = () => document.querySelector(selector);
              if (there()) { painted(); return; }
              const watch = new MutationObserver(() => { if (there()) { watch.disconnect(); painted(); } });
              watch.observe(document.body, {childList: true, subtree: true});
            })""";

    private RingBench() {}

    public static void main(String[] args) throws Exception {
        int rings = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        try (SoakServer server = SoakServer.start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(System.getenv("ATTUNE_CHROMIUM")))
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-quic",
                                        "--disable-background-networking",
                                        "--disable-dev-shm-usage",
                                        "--no-first-run")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768));
            login(page, "http://127.0.0.1:" + server.api().port());
            Map<String, Object> figures = new LinkedHashMap<>();
            try (Pbx pbx = new Pbx(server)) {
                double[][] took = rings(page, pbx, server, rings);
                figures.put("rings", rings);
                figures.put("ringToPop", spread(took[0]));
                figures.put("answerToList", spread(took[1]));
            }
            String html = page.content();
            figures.put("staticPageBytes", html.getBytes(StandardCharsets.UTF_8).length);
            figures.put("staticPage", spread(still(browser, html, Math.min(rings, 100))));
            print(figures);
        }
    }

    private static void login(Page page, String address) {
        page.navigate(address + "/login");
        page.getByLabel("Username").fill("agent");
        page.getByLabel("Password").fill("attune-demo");
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        page.waitForSelector(".empty-desk");
    }

    private static double[][] rings(Page page, Pbx pbx, SoakServer server, int rings) throws Exception {
        double[][] took = new double[2][rings];
        for (int i = -WARM_UP; i < rings; i++) {
            String phone = phone(server, FIRST_CUSTOMER + i + WARM_UP);
            String call = UUID.randomUUID().toString();
            double pop = time(
                    page,
                    ".ring-card",
                    () -> pbx.tell(
                            "ringing",
                            call,
                            "\"agent\": \"agent\", \"from\": \"" + phone + "\", \"queue\": \"bench\""));
            double list = time(page, ".action-card", () -> pbx.tell("answered", call, "\"agent\": \"agent\""));
            if (i >= 0) {
                took[0][i] = pop;
                took[1][i] = list;
            }
            pbx.tell("ended", call, "");
            if (i < rings - 1) {
                page.getByText("End call").click();
                page.waitForSelector(".empty-desk");
            }
        }
        return took;
    }

    /** Milliseconds from telling until the frame with the element is painted. */
    private static double time(Page page, String selector, Telling telling) throws Exception {
        page.evaluate("selector => { window.painted = (" + PAINTED + ")(selector); }", selector);
        double began = now();
        telling.tell();
        return ((Number) page.evaluate("window.painted")).doubleValue() - began;
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    private static String phone(SoakServer server, int number) throws IOException, InterruptedException {
        JsonNode customer = JSON.readTree(
                server.api().call("GET", "/api/v1/customers/C-" + number, null).body());
        return customer.at("/phones/0").asString();
    }

    /** The page as it stands, without scripts, from a plain HTTP server in this JVM. */
    private static double[] still(Browser browser, String html, int times) throws Exception {
        byte[] bytes = html.replaceAll("(?s)<script.*?</script>", "").getBytes(StandardCharsets.UTF_8);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        http.start();
        double[] took = new double[times];
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768))) {
            for (int i = 0; i < times; i++) {
                double began = now();
                page.navigate("http://127.0.0.1:" + http.getAddress().getPort() + "/?" + i);
                took[i] = ((Number) page.evaluate("(" + PAINTED + ")('.action-card')")).doubleValue() - began;
            }
        } finally {
            http.stop(0);
        }
        return took;
    }

    private static Map<String, Object> spread(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        Map<String, Object> spread = new LinkedHashMap<>();
        spread.put("p50Millis", sorted[sorted.length / 2]);
        spread.put("p95Millis", sorted[(int) Math.ceil(0.95 * sorted.length) - 1]);
        spread.put("maxMillis", sorted[sorted.length - 1]);
        return spread;
    }

    private static void print(Map<String, Object> figures) throws IOException {
        figures.forEach((name, value) -> System.out.println("%-16s %s".formatted(name, value)));
        Path out = Path.of(System.getProperty("attune.bench.out", "target/bench"), "ring.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.println("written to " + out);
    }

    private interface Telling {
        void tell() throws Exception;
    }

    /** A telephone system on the WebSocket. */
    private static final class Pbx implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Pbx(SoakServer server) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + server.api().token())
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.api().port() + "/ws/telephony"), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                answers.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        void tell(String type, String call, String data) throws InterruptedException {
            socket.sendText(
                            "{\"specversion\": \"1.0\", \"id\": \"" + UUID.randomUUID()
                                    + "\", \"source\": \"/bench\", \"type\": \"attune.call." + type
                                    + "\", \"subject\": \"" + call + "\", \"data\": {" + data + "}}",
                            true)
                    .join();
            String answer = answers.poll(20, TimeUnit.SECONDS);
            if (answer == null || !answer.contains("accepted")) {
                throw new IllegalStateException("the event was not taken: " + answer);
            }
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
