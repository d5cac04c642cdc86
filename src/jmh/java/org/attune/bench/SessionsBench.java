package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an agent's open desk costs: so many agents logged in, each with the WebSocket of push and a call whose ranked list is on the page,
 * against the same application without them; beside it, the same agents with an empty view. Then they all log out, and what stays is
 * counted. Live bytes after a full collection of the server, which is a process of its own; pages are opened by a client that speaks
 * as a browser does. Usage: sessions [desks]. Ends with 1 when a bar is missed.
 */
public final class SessionsBench {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WARM_UP = 10;
    private static final int FIRST_CUSTOMER = 100_030;
    private static final int CUSTOMERS = 270;
    private static final double MOST_A_SESSION = 2 * 1024 * 1024;
    /** Tomcat keeps the buffers of closed connections for the next ones: 16 KiB each. */
    private static final double MOST_LEFT_A_SESSION = 24 * 1024;

    private final SoakServer server;
    private final int desks;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<LightDesk, String> calls = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private SessionsBench(SoakServer server, int desks) {
        this.server = server;
        this.desks = desks;
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        int desks = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        boolean reached;
        try (SoakServer server =
                SoakServer.start("sessions", SessionsServer.class, Integer.toString(Math.max(desks, WARM_UP)))) {
            reached = new SessionsBench(server, desks).run();
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean run() throws Exception {
        close(opened(WARM_UP, true, "desk"));
        close(opened(WARM_UP, false, SessionsServer.EMPTY));
        LiveHeap before = heap();
        List<LightDesk> open = opened(desks, true, "desk");
        double cards = open.stream().mapToInt(LightDesk::cards).average().orElse(0);
        LiveHeap with = heap();
        for (LightDesk desk : open) {
            desk.key("2");
        }
        LiveHeap used = heap();
        close(open);
        LiveHeap after = heap();
        List<LightDesk> empty = opened(desks, false, SessionsServer.EMPTY);
        LiveHeap withEmpty = heap();
        close(empty);
        figures.put("desks", desks);
        figures.put("cardsADesk", cards);
        figures.put("bytesBefore", before.bytes());
        figures.put("bytesWithDesks", with.bytes());
        figures.put("bytesADesk", each(with, before));
        figures.put("bytesADeskAfterAKey", each(used, before));
        figures.put("bytesAnEmptyView", each(withEmpty, after));
        figures.put("bytesLeftADeskAfterLogout", each(after, before));
        figures.put("bytesLeftAnEmptyViewAfterLogout", each(heap(), after));
        figures.put("bytesADeskByClass", byClass(with, before));
        figures.put("bytesLeftByClass", byClass(after, before));
        print();
        return each(with, before) <= MOST_A_SESSION && each(after, before) <= MOST_LEFT_A_SESSION;
    }

    private LiveHeap heap() throws IOException, InterruptedException {
        return LiveHeap.of(server.pid());
    }

    private long each(LiveHeap with, LiveHeap without) {
        return Math.round((with.bytes() - without.bytes()) / (double) desks);
    }

    private Map<String, Object> byClass(LiveHeap with, LiveHeap without) {
        Map<String, Object> classes = new LinkedHashMap<>();
        with.grown(without, 25).forEach(each -> classes.put(each.getKey(), each.getValue() / desks));
        return classes;
    }

    private List<LightDesk> opened(int number, boolean withCall, String page) throws Exception {
        List<LightDesk> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LightDesk desk = new LightDesk(http, server.api().port(), SessionsServer.agent(i));
            if (withCall) {
                String call = ring(desk, i);
                tell(call, "answered", "\"agent\": \"" + desk.user() + "\"");
                calls.put(desk, call);
            }
            desk.login();
            desk.open(page);
            if (withCall && !desk.inACall()) {
                throw new IllegalStateException("Desk " + i + " shows no conversation.");
            }
            all.add(desk);
        }
        System.out.println(number + " pages /" + page + (withCall ? " with a call" : "") + " are open");
        return all;
    }

    /** A customer calls; the id of the call. */
    String ring(LightDesk desk, int number) throws IOException, InterruptedException {
        String call = UUID.randomUUID().toString();
        tell(
                call,
                "ringing",
                "\"agent\": \"%s\", \"customer\": \"C-%d\""
                        .formatted(desk.user(), FIRST_CUSTOMER + number % CUSTOMERS));
        return call;
    }

    /** A telephone system tells. */
    void tell(String call, String type, String data) throws IOException, InterruptedException {
        var answer = server.api()
                .call("POST", "/api/v1/telephony/events", """
                {"specversion": "1.0", "id": "%s", "source": "/bench", "type": "attune.call.%s", "subject": "%s", "data": {%s}}""".formatted(UUID.randomUUID(), type, call, data));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** The calls end, the agents finish them and log out. */
    private void close(List<LightDesk> desks) throws IOException, InterruptedException {
        for (LightDesk desk : desks) {
            String call = calls.remove(desk);
            if (call != null) {
                tell(call, "ended", "");
                desk.key("w");
            }
            desk.logOut();
            desk.close();
        }
    }

    private void print() throws IOException {
        figures.forEach((name, value) -> System.out.println("%-32s %s".formatted(name, value)));
        Path out = Path.of(System.getProperty("attune.bench.out", "target/bench"), "sessions.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.println("written to " + out);
    }
}
