package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.attune.AttuneApplication;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.internal.Deliberation;
import org.attune.decision.internal.EngineProbe;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions: inside the engine, and over HTTP with the trace stored durably, by number of actions, clients and customers; beside
 * them, in the same run, pgbench storing rows of the same size.
 *
 * <p>Arguments: {@code --actions 10,100,1000 --clients 1,2,4 --customers 10000,100000 --seconds 10}.
 */
public final class DecisionBench {
    private static final Path HOME = Path.of("target", "bench-decision");
    private static final Path OUT =
            Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("decision.json");
    private static final String TOKEN = "bench-token-0123456789";
    private static final int ANSWERS = 20_000;

    private final ConfigurableApplicationContext application;
    private final JdbcTemplate jdbc;
    private final int port;
    private final int seconds;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private int customers;

    private DecisionBench(ConfigurableApplicationContext application, int seconds) {
        this.application = application;
        this.seconds = seconds;
        jdbc = application.getBean(JdbcTemplate.class);
        port = Integer.parseInt(
                Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port")));
    }

    /** Runs the benchmark; ends with 1 when a request failed. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new TreeMap<>(Map.of(
                "actions", "10,100,1000", "clients", "1,2,4", "customers", "10000", "seconds", "10", "pgbench", "yes"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        delete(HOME);
        boolean clean;
        try (ConfigurableApplicationContext application = SpringApplication.run(
                AttuneApplication.class,
                "--attune.home=" + HOME,
                "--attune.demo=false",
                "--attune.admin-password=bench-password-1",
                "--attune.api-token=" + TOKEN,
                "--server.port=0")) {
            DecisionBench bench = new DecisionBench(application, Integer.parseInt(options.get("seconds")));
            clean = bench.run(
                    numbers(options.get("actions")),
                    numbers(options.get("clients")),
                    numbers(options.get("customers")),
                    options.get("pgbench").equals("yes"));
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean run(int[] actions, int[] clients, int[] populations, boolean pgbench) throws Exception {
        DecisionWorld.attributes(application.getBean(Attributes.class));
        int failed = 0;
        for (int population : populations) {
            people(population);
            int[] sizes = population == populations[0] ? actions : new int[] {actions[actions.length - 1]};
            for (int size : sizes) {
                publish(size);
                if (population == populations[0]) {
                    engine(size);
                }
                load(4, Math.max(5, seconds / 2), size, false);
                for (int each : population == populations[0] ? clients : new int[] {clients[clients.length - 1]}) {
                    failed += load(each, seconds, size, true);
                }
            }
        }
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("rows", rows);
        if (pgbench) {
            PgbenchPeer peer = new PgbenchPeer(application, HOME);
            results.put("pgbench", peer.run(clients, seconds));
        }
        Files.createDirectories(OUT.getParent());
        Files.writeString(
                OUT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("written to " + OUT);
        return failed == 0;
    }

    private void people(int count) {
        long started = System.nanoTime();
        DecisionWorld.customers(jdbc, count);
        customers = count;
        System.out.printf("%,d customers (%.1f s to add)%n", count, (System.nanoTime() - started) / 1e9);
    }

    private void publish(int size) {
        StrategyDocument document = DecisionWorld.document(size);
        long started = System.nanoTime();
        application.getBean(Strategies.class).publish(document, "bench", "bench");
        System.out.printf("%n%,d actions (published in %.0f ms)%n", size, (System.nanoTime() - started) / 1e6);
        answers(document);
    }

    /** Teaches the models, so that scoring has something to add up. */
    private void answers(StrategyDocument document) {
        Random random = new Random(3);
        History history = application.getBean(History.class);
        List<ImportedAnswer> block = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            var action =
                    document.actions().get(random.nextInt(document.actions().size()));
            String issue = Objects.requireNonNull(document.catalog().group(action.group()))
                    .issue();
            Map<String, Object> situation = new TreeMap<>(Map.of("context.channel", "call-center"));
            for (int a = 0; a < DecisionWorld.ATTRIBUTES; a++) {
                situation.put(
                        DecisionWorld.key(a),
                        a < 40 ? (Object) (Math.round(random.nextDouble() * 1000) / 10.0) : "c" + random.nextInt(6));
            }
            Instant at = Instant.now().minusSeconds(ANSWERS - i);
            Offer offer = new Offer(action.key(), issue, action.group(), 1, null, 0.3, 0.3, 1, 1, 0.3);
            block.add(new ImportedAnswer(
                    "bench-" + document.actions().size() + "-" + i,
                    new DecisionRecord(
                            DecisionId.next(),
                            CustomerId.next(),
                            at,
                            Channel.CALL_CENTER,
                            "",
                            null,
                            1,
                            0,
                            "import",
                            0,
                            0,
                            false,
                            situation,
                            List.of(offer)),
                    random.nextInt(4) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                    at));
            if (block.size() == 1_000) {
                history.importAnswers(block);
                block.clear();
            }
        }
        application.getBean(Models.class).catchUp();
    }

    private void engine(int size) {
        EngineProbe probe = new EngineProbe(application.getBean(Deliberation.class));
        Customers all = application.getBean(Customers.class);
        LiveStrategy live = application.getBean(LiveStrategy.class);
        Clock clock = application.getBean(Clock.class);
        for (int i = 0; i < 500; i++) {
            CustomerId id = Objects.requireNonNull(all.idOf("B-" + i * 7));
            CustomerContext customer = all.context(id, clock.instant());
            probe.add(
                    customer,
                    List.of(),
                    DecisionWorld.reason(i),
                    application.getBean(Attributes.class).dictionary(),
                    live.current(),
                    application.getBean(ZoneId.class));
        }
        int scored = 0;
        for (int i = 0; i < 5_000; i++) {
            scored = Math.max(scored, EngineProbe.scored(probe.run(i)));
        }
        long[] decide = new long[10_000];
        long[] trace = new long[decide.length];
        long bytes = 0;
        long all0 = 0;
        for (int i = 0; i < decide.length; i++) {
            long started = System.nanoTime();
            var result = probe.run(i);
            long decided = System.nanoTime();
            bytes += result.trace().length;
            trace[i] = System.nanoTime() - decided;
            decide[i] = decided - started;
            all0 += EngineProbe.scored(result);
        }
        long[] gate = new long[5_000];
        for (int i = 0; i < gate.length; i++) {
            long started = System.nanoTime();
            probe.stage("gate", i);
            gate[i] = System.nanoTime() - started;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", "engine");
        row.put("actions", size);
        row.put("scoredMean", all0 / decide.length);
        row.put("p50Micros", percentile(decide, 0.5) / 1e3);
        row.put("p99Micros", percentile(decide, 0.99) / 1e3);
        row.put("gateP50Micros", percentile(gate, 0.5) / 1e3);
        row.put("traceP50Micros", percentile(trace, 0.5) / 1e3);
        row.put("traceBytes", bytes / decide.length);
        rows.add(row);
        System.out.printf(
                "  engine            p50 %,7.0f us  p99 %,7.0f us  (gate %,.0f us, trace %,.0f us and %,d bytes, %,d actions scored)%n",
                percentile(decide, 0.5) / 1e3,
                percentile(decide, 0.99) / 1e3,
                percentile(gate, 0.5) / 1e3,
                percentile(trace, 0.5) / 1e3,
                bytes / decide.length,
                all0 / decide.length);
    }

    /** Clients that ask one decision after the other; returns how many requests failed. */
    private int load(int clients, int duration, int size, boolean counts) throws Exception {
        long end = System.nanoTime() + duration * 1_000_000_000L;
        List<Future<long[]>> running = new ArrayList<>();
        long started = System.nanoTime();
        int[] failures = new int[clients];
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (int c = 0; c < clients; c++) {
                int client = c;
                running.add(pool.submit(() -> client(client, end, failures)));
            }
        }
        double took = (System.nanoTime() - started) / 1e9;
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> each : running) {
            all.add(each.get());
        }
        long[] times = all.stream().flatMapToLong(Arrays::stream).toArray();
        int failed = Arrays.stream(failures).sum();
        if (counts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", "http");
            row.put("actions", size);
            row.put("customers", customers);
            row.put("clients", clients);
            row.put("perSecond", times.length / took);
            row.put("p50Millis", percentile(times, 0.5) / 1e6);
            row.put("p99Millis", percentile(times, 0.99) / 1e6);
            row.put("failed", failed);
            rows.add(row);
            System.out.printf(
                    "  http, %d client%s  %,7.0f decisions/s  p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  %d failed%n",
                    clients,
                    clients == 1 ? " " : "s",
                    times.length / took,
                    percentile(times, 0.5) / 1e6,
                    percentile(times, 0.95) / 1e6,
                    percentile(times, 0.99) / 1e6,
                    failed);
        }
        return failed;
    }

    private long[] client(int number, long end, int[] failures) {
        Random random = new Random(number);
        long[] times = new long[100_000];
        int count = 0;
        try (KeepAlive connection = new KeepAlive(port, TOKEN)) {
            while (System.nanoTime() < end && count < times.length) {
                String body = "{\"customer\":\"B-%d\",\"channel\":\"call-center\",\"reason\":\"%s\"}"
                        .formatted(random.nextInt(customers), DecisionWorld.reason(count));
                long started = System.nanoTime();
                KeepAlive.Answer answer = connection.post("/api/v1/decisions", body);
                times[count++] = System.nanoTime() - started;
                if (answer.status() != 200) {
                    if (failures[number]++ == 0) {
                        System.out.println(answer);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(times, count);
    }

    private static double percentile(long[] times, double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static int[] numbers(String list) {
        return Arrays.stream(list.split(","))
                .mapToInt(each -> Integer.parseInt(each.strip()))
                .toArray();
    }

    private static void delete(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
