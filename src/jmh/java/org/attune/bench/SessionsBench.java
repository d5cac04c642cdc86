package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.demo.internal.MorePeople;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agents' open desks cost, and how they are while calls come. First memory: so many agents logged in, each with the WebSocket of push
 * and a call whose ranked list is on the page, against the same application without them; beside it, the same agents with an empty view;
 * then they all log out, and what stays is counted. Then calls: desks that are open get one each every so often, taken, answered, ended
 * and wrapped up, with empty views beside them, and live bytes are counted before and after. Live bytes after a full collection of the
 * server, which is a process of its own; pages are opened by a client that speaks as a browser does.
 *
 * <p>Usage: sessions [desks] [--minutes M] [--every SECONDS] [--length SECONDS] [--only memory|calls]: for how long, how often each desk
 * gets a call and how long the agent works on it; 3, 240 and a quarter of that when left out. Ends with 1 when a bar is missed.
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
    private final SessionsOptions options;
    private final OpenDesks pages;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private SessionsBench(SoakServer server, SessionsOptions options) {
        this.server = server;
        this.options = options;
        this.pages = new OpenDesks(server.api());
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        SessionsOptions options = SessionsOptions.of(args);
        boolean reached;
        try (SoakServer server = SoakServer.start(
                "sessions",
                SessionsServer.class,
                Integer.toString(Math.max(options.desks(), WARM_UP) + EMPTY_VIEWS),
                Integer.toString(Math.max(options.customers(), WARM_UP)))) {
            reached = new SessionsBench(server, options).run();
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean run() throws Exception {
        figures.put("desks", options.desks());
        pages.close(pages.inCalls(WARM_UP));
        pages.close(pages.of(SessionsServer.EMPTY, 0, WARM_UP));
        boolean reached = !options.memory() || memory();
        if (options.calls()) {
            reached &= calls();
        }
        print();
        return reached;
    }

    private boolean memory() throws Exception {
        LiveHeap before = heap();
        List<LightDesk> open = pages.inCalls(options.desks());
        double cards = open.stream().mapToInt(LightDesk::cards).average().orElse(0);
        LiveHeap with = heap();
        for (LightDesk desk : open) {
            desk.key("2");
        }
        LiveHeap used = heap();
        pages.close(open);
        LiveHeap after = heap();
        List<LightDesk> empty = pages.of(SessionsServer.EMPTY, 0, options.desks());
        LiveHeap withEmpty = heap();
        pages.close(empty);
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
        List<LightDesk> desks = pages.of("desk", 0, options.desks());
        List<LightDesk> empty = pages.of(SessionsServer.EMPTY, options.desks(), EMPTY_VIEWS);
        DeskWork work = new DeskWork(pages.telephone(), desks, MorePeople::ref);
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
        pages.close(desks);
        pages.close(empty);
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

    private void print() throws IOException {
        figures.forEach((name, value) -> System.out.println("%-32s %s".formatted(name, value)));
        Path out = Path.of(System.getProperty("attune.bench.out", "target/bench"), "sessions.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.println("written to " + out);
    }
}
