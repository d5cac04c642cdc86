package org.attune.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A minute in the life of the whole application, in a process of its own on an embedded database with the demo catalog and 1,000
 * customers: decisions over HTTP at a fixed rate, outcomes of some of them, and catalog edits that go live, all at once. Every
 * reply that is not a success is an error. Times count from when a request was due, so that waiting in line shows.
 *
 * <p>Arguments: {@code --seconds 60 --decisions 300 --outcomes 30 --edits 1 --shed no}; with {@code --shed yes} replies 429 and
 * 503 that carry Retry-After are counted apart, for rates beyond what the machine can do.
 */
public final class SoakBench {
    private static final Path OUT =
            Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("soak.json");
    private static final int WARM_UP_SECONDS = 10;

    private final SoakServer server;
    private final Map<String, String> options;
    private final JsonMapper json = JsonMapper.shared();
    private final BlockingQueue<String[]> answered = new ArrayBlockingQueue<>(10_000);
    private final List<Tally> tallies = new ArrayList<>();

    private SoakBench(SoakServer server, Map<String, String> options) {
        this.server = server;
        this.options = options;
    }

    /** Runs the soak; ends with 1 when anything failed. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new TreeMap<>(
                Map.of("seconds", "60", "decisions", "300", "outcomes", "30", "edits", "1", "shed", "no"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        boolean clean;
        try (SoakServer server = SoakServer.start()) {
            clean = new SoakBench(server, options).run();
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean run() throws Exception {
        int seconds = number("seconds");
        SoakPeople.add(server.api());
        drive(WARM_UP_SECONDS, false);
        int early = tallies.stream().mapToInt(Tally::errors).sum();
        tallies.clear();
        drive(seconds, true);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("seconds", seconds);
        results.put("customers", SoakPeople.COUNT);
        results.put("errorsInWarmUp", early);
        tallies.forEach(each -> results.put(each.name(), each.figures(seconds)));
        tallies.forEach(each -> System.out.println(each.line(seconds)));
        Files.createDirectories(OUT.getParent());
        Files.writeString(OUT, json.writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("written to " + OUT);
        int errors = tallies.stream().mapToInt(Tally::errors).sum();
        System.out.println(errors == 0 ? "No errors." : errors + " ERRORS.");
        return errors == 0;
    }

    private void drive(int seconds, boolean counts) throws InterruptedException {
        int decisions = number("decisions");
        int outcomes = number("outcomes");
        int edits = number("edits");
        // A cold virtual machine refuses some at first, with Retry-After: that is no failure of the warm-up.
        boolean shed = !counts || options.get("shed").equals("yes");
        Tally decided = new Tally("decisions", shed);
        Tally told = new Tally("outcomes", shed);
        Tally edited = new Tally("edits", shed);
        tallies.addAll(List.of(decided, told, edited));
        Api api = server.api();
        OpenLoop all = new OpenLoop(api, seconds);
        all.send(decisions, Math.clamp(decisions / 20, 8, 200), decided, connection -> {
            int number = decided.started();
            var answer = connection.post("/api/v1/decisions", SoakPeople.question(number));
            if (answer.status() == 200 && number % Math.max(1, decisions / Math.max(1, outcomes)) == 0) {
                remember(answer.body());
            }
            return answer;
        });
        all.send(outcomes, 2, told, connection -> {
            String[] decision = answered.poll(5, TimeUnit.SECONDS);
            if (decision == null) {
                return null;
            }
            return connection.post(
                    "/api/v1/decisions/" + decision[0] + "/outcomes",
                    "{\"action\":\"%s\",\"outcome\":\"%s\"}"
                            .formatted(decision[1], told.started() % 3 == 0 ? "accepted" : "declined"));
        });
        CatalogEdits catalog = new CatalogEdits(api);
        all.send(edits, 1, edited, connection -> catalog.edit());
        all.await();
        answered.clear();
        if (!counts) {
            System.out.println("warmed up");
        }
    }

    private void remember(String body) {
        JsonNode decision = json.readTree(body);
        JsonNode first = decision.at("/recommendations/0/action");
        answered.offer(
                new String[] {decision.path("decisionId").asString(), first.isMissingNode() ? "none" : first.asString()
                });
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }
}
