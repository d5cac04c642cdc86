package org.attune.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of decisions when three times as many are asked for as on a busy day: the application in a process of its own with
 * the demo catalog; first how many it can make, then seven tenths of that as the busy day, then three times the busy day. What
 * cannot be made in time has to be refused with 429 or 503 and Retry-After, and the 99th percentile of what is made must not double.
 *
 * <p>Optional argument: seconds for each measurement, 20 when left out. Ends with 1 when a bar was missed.
 */
public final class OverloadBench {
    private static final Path OUT =
            Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("overload.json");
    private static final double BUSY = 0.7;
    private static final int TIMES = 3;
    private static final double LONGER = 2;

    private final SoakServer server;
    private final int seconds;

    private OverloadBench(SoakServer server, int seconds) {
        this.server = server;
        this.seconds = seconds;
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        boolean reached;
        try (SoakServer server = SoakServer.start()) {
            reached = new OverloadBench(server, args.length > 0 ? Integer.parseInt(args[0]) : 20).run();
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean run() throws Exception {
        SoakPeople.add(server.api());
        HttpLoad closed = new HttpLoad(server.api(), SoakPeople.COUNT, SoakPeople::ref);
        closed.run(4, 15);
        double most = closed.run(8, Math.max(5, seconds / 2)).perSecond();
        int busy = (int) (BUSY * most);
        System.out.printf("%,.0f decisions/s are the most; a busy day has %,d/s%n", most, busy);
        rate(busy, 5);
        Tally once = rate(busy, seconds);
        Tally threefold = rate(TIMES * busy, seconds);
        Tally after = rate(busy, seconds / 2);
        double longer = threefold.millis(0.99) / once.millis(0.99);
        boolean clean = once.errors() + threefold.errors() + after.errors() == 0;
        System.out.printf(
                "at %d times the load %,d of %,d were refused with Retry-After; p99 of the others %.2f times that of the busy day%n",
                TIMES, threefold.shed(), threefold.shed() + threefold.done(), longer);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("mostPerSecond", most);
        results.put("busyPerSecond", busy);
        results.put("busy", once.figures(seconds));
        results.put("threefold", threefold.figures(seconds));
        results.put("busyAfterwards", after.figures(seconds / 2));
        results.put("p99Longer", longer);
        Files.createDirectories(OUT.getParent());
        Files.writeString(
                OUT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("written to " + OUT);
        boolean reached = clean && threefold.shed() > 0 && longer <= LONGER;
        System.out.println(reached ? "reached" : "MISSED");
        return reached;
    }

    private Tally rate(int perSecond, int seconds) throws InterruptedException {
        Tally tally = new Tally("%,d/s".formatted(perSecond), true);
        AtomicInteger number = new AtomicInteger();
        OpenLoop loop = new OpenLoop(server.api(), seconds);
        loop.send(
                perSecond,
                Math.clamp(perSecond / 12, 16, 180),
                tally,
                connection -> connection.post("/api/v1/decisions", SoakPeople.question(number.getAndIncrement())));
        loop.await();
        System.out.println(tally.line(seconds));
        return tally;
    }
}
