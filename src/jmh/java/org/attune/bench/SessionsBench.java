package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.demo.internal.MorePeople;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agents' open desks cost, and how they are while calls come. First memory: so many agents logged in, each with the WebSocket of push
 * and a call whose ranked list is on the page, against the same application without them; beside it, the same agents with an empty view;
 * then they all log out, and what stays is counted. Then calls: desks that are open get one each every so often, taken, answered, ended
 * and wrapped up, with an empty view beside them, and live bytes are counted before and after. Live bytes after a full collection of the
 * server, which is a process of its own; pages are opened by a client that speaks as a browser does.
 *
 * <p>Usage: sessions [desks] [--minutes M] [--every SECONDS] [--length SECONDS] [--only memory|calls]: for how long, how
 * often each desk gets a call and how long the agent works on it; 3, 240 and a quarter of that when left out. Ends with 1 when a bar is missed.
 */
public final class SessionsBench {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WARM_UP = 10;
    private static final int EMPTY_VIEWS = 5;
    private static final double MOST_A_SESSION = 2 * 1024 * 1024;
    /** Tomcat keeps the buffers of closed connections for the next ones: 16 KiB each. */
    private static final double MOST_LEFT_A_SESSION = 24 * 1024;

    private static final double MOST_LIVE = 3.0 * 1024 * 1024 * 1024;
    private static final double MOST_ERRORS = 0.001;
    private static final double MOST_MILLIS = 300;
    /** Flat: so much more is alive afterwards at most, with the same desks open, and the last third is so much slower at most. */
    private static final double MOST_GROWTH = 1.1;

    private static final double MOST_SLOWER = 1.5;

    private final SoakServer server;
    private final Options options;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<LightDesk, String> calls = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private SessionsBench(SoakServer server, Options options) {
        this.server = server;
        this.options = options;
    }

    private record Options(int desks, Duration time, Duration every, Duration length, String only) {
        static Options of(String[] args) {
            int desks = args.length > 0 && !args[0].startsWith("--") ? Integer.parseInt(args[0]) : 200;
            double minutes = Double.parseDouble(value(args, "--minutes", "3"));
            double every = Double.parseDouble(value(args, "--every", "240"));
            return new Options(
                    desks,
                    Duration.ofSeconds(Math.round(60 * minutes)),
                    Duration.ofMillis(Math.round(1_000 * every)),
                    Duration.ofMillis(
                            Math.round(1_000 * Double.parseDouble(value(args, "--length", Double.toString(every / 4))))),
                    value(args, "--only", ""));
        }

        private static String value(String[] args, String name, String otherwise) {
            int at = Arrays.asList(args).indexOf(name);
            return at < 0 || at + 1 == args.length ? otherwise : args[at + 1];
        }

        boolean memory() {
            return !only.equals("calls");
        }

        boolean calls() {
            return !only.equals("memory");
        }

        /** No two calls are about the same customer: those of the warm-up, and those of each desk. */
        int customers() {
            return desks * (calls() ? 2 + (int) Math.ceilDiv(time.toMillis(), every.toMillis()) : 1) + WARM_UP;
        }
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        boolean reached;
        try (SoakServer server = SoakServer.start(
                "sessions",
                SessionsServer.class,
                Integer.toString(Math.max(options.desks(), WARM_UP) + EMPTY_VIEWS),
                Integer.toString(options.customers()))) {
            reached = new SessionsBench(server, options).run();
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean run() throws Exception {
        figures.put("desks", options.desks());
        close(opened(0, WARM_UP, true, "desk"));
        close(opened(0, WARM_UP, false, SessionsServer.EMPTY));
        boolean reached = true;
        if (options.memory()) {
            reached = memory();
        }
        if (options.calls()) {
            reached &= calls();
        }
        print();
        return reached;
    }

    private boolean memory() throws Exception {
        LiveHeap before = heap();
        List<LightDesk> open = opened(0, options.desks(), true, "desk");
        double cards = open.stream().mapToInt(LightDesk::cards).average().orElse(0);
        LiveHeap with = heap();
        for (LightDesk desk : open) {
            desk.key("2");
        }
        LiveHeap used = heap();
        close(open);
        LiveHeap after = heap();
        List<LightDesk> empty = opened(0, options.desks(), false, SessionsServer.EMPTY);
        LiveHeap withEmpty = heap();
        close(empty);
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
        return bar("bytes a session", each(with, before), MOST_A_SESSION)
                & bar("bytes left a session", each(after, before), MOST_LEFT_A_SESSION);
    }

    private boolean calls() throws Exception {
        LiveHeap none = heap();
        List<LightDesk> desks = opened(0, options.desks(), false, "desk");
        List<LightDesk> empty = opened(options.desks(), EMPTY_VIEWS, false, SessionsServer.EMPTY);
        DeskWork work = new DeskWork(server, desks, MorePeople::ref);
        DeskFigures warming = new DeskFigures(1);
        work.once(Math.min(8, options.desks() / 30.0), Duration.ofSeconds(12), warming);
        System.out.println("warm: " + work.calls() + " calls, share of errors " + warming.errorShare());
        LiveHeap before = heap();
        int warm = work.calls();
        DeskFigures measured = new DeskFigures((int) options.time().toSeconds());
        Duration cpu = server.cpu();
        long began = System.nanoTime();
        work.during(options.time(), options.every(), options.length(), empty, measured);
        double cores = server.cpu().minus(cpu).toNanos() / (double) (System.nanoTime() - began);
        LiveHeap after = heap();
        measured.print();
        List<Double> overTime = measured.overTime();
        figures.put("seconds", options.time().toSeconds());
        figures.put("secondsFromCallToCall", options.every().toMillis() / 1e3);
        figures.put("secondsOfACall", options.length().toMillis() / 1e3);
        figures.put("calls", work.calls() - warm);
        figures.put("coresOfTheServer", cores);
        figures.put("followUps", desks.stream().mapToInt(LightDesk::followUps).sum());
        figures.put("times", measured.figures());
        figures.put("errorShare", measured.errorShare());
        figures.put("p95MillisOverTime", overTime);
        figures.put("bytesWithoutDesks", none.bytes());
        figures.put("bytesBeforeCalls", before.bytes());
        figures.put("bytesAfterCalls", after.bytes());
        figures.put("bytesGrownByClass", byClass(after, before));
        figures.put("processMemory", ProcessMemory.of(server.pid()));
        close(desks);
        close(empty);
        return bar("share of errors", measured.errorShare(), MOST_ERRORS)
                & bar("interactions, p95, ms", measured.interactionMillis(0.95), MOST_MILLIS)
                & bar("pushes, p95, ms", measured.pushMillis(0.95), MOST_MILLIS)
                & bar("live bytes", after.bytes(), MOST_LIVE)
                & bar("live bytes after calls against before", after.bytes() / (double) before.bytes(), MOST_GROWTH)
                & bar("p95 of the last third against the first", overTime.getLast() / overTime.getFirst(), MOST_SLOWER);
    }

    private boolean bar(String what, double figure, double most) {
        boolean reached = figure <= most;
        System.out.printf(
                Locale.ROOT, "%-42s %,16.4f  bar %,16.4f  %s%n", what, figure, most, reached ? "met" : "MISSED");
        return reached;
    }

    private LiveHeap heap() throws IOException, InterruptedException {
        return LiveHeap.of(server.pid());
    }

    private long each(LiveHeap with, LiveHeap without) {
        return Math.round((with.bytes() - without.bytes()) / (double) options.desks());
    }

    private Map<String, Object> byClass(LiveHeap with, LiveHeap without) {
        Map<String, Object> classes = new LinkedHashMap<>();
        with.grown(without, 25).forEach(each -> classes.put(each.getKey(), each.getValue() / options.desks()));
        return classes;
    }

    private List<LightDesk> opened(int first, int number, boolean withCall, String page) throws Exception {
        List<LightDesk> all = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            LightDesk desk = new LightDesk(http, server.api().port(), SessionsServer.agent(i));
            if (withCall) {
                String call = UUID.randomUUID().toString();
                tell(
                        call,
                        "ringing",
                        "\"agent\": \"%s\", \"customer\": \"%s\"".formatted(desk.user(), MorePeople.ref(i)));
                tell(call, "answered", "\"agent\": \"" + desk.user() + "\"");
                calls.put(desk, call);
            }
            desk.login();
            desk.open(page);
            if (withCall) {
                desk.elements().place("workplace");
            }
            all.add(desk);
        }
        System.out.println(number + " pages /" + page + (withCall ? " with a call" : "") + " are open");
        return all;
    }

    /** A telephone system tells. */
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
            desk.close();
            desk.logOut();
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
