package org.attune.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions, in one run: inside the engine, with 200 rules beside Drools and scoring beside a raw loop; over HTTP with the trace
 * stored durably, beside pgbench storing rows of the same size; an edit until it is live, beside Drools compiling 200 rules; and
 * the same decision while customers and their past grow.
 *
 * <p>Arguments: {@code --parts rules,scoring,engine,http,edit,growth --actions 10,100,1000 --clients 1,2,4 --customers
 * 10000,100000,1000000 --past 0,10,100,1000 --seconds 8 --warm 20}. Ends with 1 when a request failed or a bar was missed.
 */
public final class DecisionBench {
    private static final Path HOME = Path.of("target", "bench-decision");
    private static final Path OUT =
            Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("decision.json");

    private final Map<String, String> options;
    private final Set<String> parts;
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final DecisionBars bars = new DecisionBars();

    private DecisionBench(Map<String, String> options) {
        this.options = options;
        parts = Set.of(options.get("parts").split(","));
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new TreeMap<>(Map.of(
                "parts", "rules,scoring,engine,http,edit,growth",
                "actions", "10,100,1000",
                "clients", "1,2,4",
                "customers", "10000,100000,1000000",
                "past", "0,10,100,1000",
                "seconds", "8",
                "warm", "20"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        System.exit(new DecisionBench(options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("loadAverageBefore", load());
        if (parts.contains("rules")) {
            RulesBench rules = new RulesBench();
            bars.check("rules faster than Drools", rules.compare(5, 2));
            results.put("rules", rules.figures());
        }
        if (parts.contains("scoring")) {
            heading("Scoring beside a raw loop over the same arrays");
            Map<String, Object> scoring = ScoringBench.measure(40_000);
            results.put("scoring", scoring);
            bars.scoring(scoring);
        }
        try (DecisionHost host = DecisionHost.start(HOME)) {
            durable(host.jdbc());
            DecisionPeople people = new DecisionPeople(host.jdbc());
            people.grow(DecisionPeople.ORIGINALS);
            bySize(host);
            if (parts.contains("edit")) {
                heading("An edit of the catalog until a decision over HTTP is made with it");
                Map<String, Object> edit = new EditLive(host.api()).measure();
                results.put("edit", edit);
                bars.edit(edit);
            }
            if (parts.contains("growth")) {
                Growth growth = new Growth(host, people, Math.max(3, number("seconds") / 2));
                heading("Growth");
                results.put("past", growth.pasts(numbers("past")));
                results.put("customers", growth.customers(numbers("customers")));
            }
        }
        results.put("loadAverageAfter", load());
        results.put("bars", bars.verdicts());
        Files.createDirectories(OUT.getParent());
        Files.writeString(
                OUT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("\nwritten to " + OUT);
        return bars.print();
    }

    /** Engine, HTTP and pgbench, by number of actions; the last catalog stays live. */
    private void bySize(DecisionHost host) throws Exception {
        List<Map<String, Object>> engine = new ArrayList<>();
        Map<String, Object> http = new LinkedHashMap<>();
        heading("Decisions");
        for (int size : numbers("actions")) {
            host.publish(size);
            if (parts.contains("engine")) {
                Map<String, Object> row = new EngineTimes(host).measure(size);
                engine.add(row);
                bars.engine(row);
            }
            if (parts.contains("http")) {
                http.put(size + " actions", http(host, size));
            }
        }
        results.put("engine", engine);
        results.put("http", http);
        if (parts.contains("http")) {
            PgbenchPeer peer = new PgbenchPeer(host);
            results.put("pgbench", peer.run(numbers("clients"), number("seconds")));
            results.put("stored", peer.sizes());
        }
    }

    private List<Map<String, Object>> http(DecisionHost host, int size) throws Exception {
        HttpLoad http = new HttpLoad(host.api(), DecisionPeople.ORIGINALS, DecisionPeople::ref);
        // The virtual machine goes on compiling for long; smaller catalogs before have warmed up most.
        bars.answered(http.run(4, size == 1_000 ? number("warm") : number("warm") / 4));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int clients : numbers("clients")) {
            HttpLoad.Load load = http.run(clients, number("seconds"));
            System.out.printf(
                    "    over HTTP, %d client%s  %,6.0f/s  %s  %,5.0f us of CPU  %d failed%n",
                    clients, clients == 1 ? " " : "s", load.perSecond(), load.times(), load.cpuMicros(), load.failed());
            bars.answered(load);
            rows.add(load.figures());
            if (size == 1_000 && clients == 4) {
                bars.http(load);
            }
        }
        return rows;
    }

    /** What is measured counts only if what was answered is on the disk. */
    private void durable(JdbcTemplate jdbc) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String name :
                List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
            settings.put(name, jdbc.queryForObject("SELECT current_setting(?)", String.class, name));
        }
        results.put("postgresql", settings);
        System.out.println("\nPostgreSQL: " + settings);
        bars.check(
                "traces are stored durably",
                settings.get("fsync").equals("on")
                        && settings.get("synchronous_commit").equals("on"));
    }

    private static void heading(String text) {
        System.out.printf("%n%s (load average %.1f)%n", text, load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private int[] numbers(String option) {
        return Arrays.stream(options.get(option).split(","))
                .mapToInt(each -> Integer.parseInt(each.strip()))
                .toArray();
    }
}
