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
 * What an agent's open desk costs: so many agents logged in, each with push and a call whose ranked list is on the page, against the
 * same application without them; beside it, the same agents with an empty view. Then they all log out, and what stays is
 * counted. Live bytes after a full collection of the server, which is a process of its own; pages are opened by a client that speaks
 * as a browser does. Usage: sessions [desks]. Ends with 1 when a bar is missed.
 */
public final class SessionsBench {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WARM_UP = 10;
    private static final int FIRST_CUSTOMER = 100_030;
    private static final double MOST_A_SESSION = 2 * 1024 * 1024;
    private static final double MOST_LEFT_A_SESSION = 20 * 1024;

    private final SoakServer server;
    private final int desks;
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
        Map<String, Object> figures = new LinkedHashMap<>();
        close(opened(WARM_UP, true));
        close(opened(WARM_UP, false));
        LiveHeap before = LiveHeap.of(server.pid());
        List<LightDesk> open = opened(desks, true);
        LiveHeap with = LiveHeap.of(server.pid());
        for (LightDesk desk : open) {
            desk.key("2");
        }
        LiveHeap used = LiveHeap.of(server.pid());
        close(open);
        LiveHeap after = LiveHeap.of(server.pid());
        List<LightDesk> empty = opened(desks, false);
        LiveHeap withEmpty = LiveHeap.of(server.pid());
        close(empty);
        LiveHeap last = LiveHeap.of(server.pid());
        double session = (with.bytes() - before.bytes()) / (double) desks;
        double left = (after.bytes() - before.bytes()) / (double) desks;
        figures.put("desks", desks);
        figures.put("bytesBefore", before.bytes());
        figures.put("bytesWithDesks", with.bytes());
        figures.put("bytesADesk", Math.round(session));
        figures.put("bytesADeskAfterAKey", Math.round((used.bytes() - before.bytes()) / (double) desks));
        figures.put("bytesAnEmptyView", Math.round((withEmpty.bytes() - after.bytes()) / (double) desks));
        figures.put("bytesLeftADeskAfterLogout", Math.round(left));
        figures.put("bytesLeftAnEmptyViewAfterLogout", Math.round((last.bytes() - after.bytes()) / (double) desks));
        Map<String, Object> classes = new LinkedHashMap<>();
        with.grown(before, 30).forEach(each -> classes.put(each.getKey(), each.getValue() / desks));
        figures.put("bytesADeskByClass", classes);
        Map<String, Object> stay = new LinkedHashMap<>();
        after.grown(before, 15).forEach(each -> stay.put(each.getKey(), each.getValue() / desks));
        figures.put("bytesLeftByClass", stay);
        print(figures);
        return session <= MOST_A_SESSION && left <= MOST_LEFT_A_SESSION;
    }

    private List<LightDesk> opened(int number, boolean withCall) throws Exception {
        List<LightDesk> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LightDesk desk = new LightDesk(http, server.api().port(), SessionsServer.agent(i));
            if (withCall) {
                calls.put(desk, call(desk, i));
            }
            desk.login();
            desk.open(withCall ? "desk" : SessionsServer.EMPTY);
            if (withCall && desk.cards() < 2) {
                throw new IllegalStateException("Desk " + i + " shows no list.");
            }
            all.add(desk);
        }
        System.out.println(number + (withCall ? " desks are" : " empty views are") + " open");
        return all;
    }

    /** A customer calls, and the agent answers at the telephone. */
    private String call(LightDesk desk, int number) throws IOException, InterruptedException {
        String call = UUID.randomUUID().toString();
        String agent = "\"agent\": \"" + desk.user() + "\"";
        tell(call, "ringing", agent + ", \"customer\": \"C-" + (FIRST_CUSTOMER + number) + "\"");
        tell(call, "answered", agent);
        return call;
    }

    private void tell(String call, String type, String data) throws IOException, InterruptedException {
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

    private void print(Map<String, Object> figures) throws IOException {
        figures.forEach((name, value) -> System.out.println("%-32s %s".formatted(name, value)));
        Path out = Path.of(System.getProperty("attune.bench.out", "target/bench"), "sessions.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.println("written to " + out);
    }
}
