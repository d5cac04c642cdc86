package org.attune.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.Models;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models and their log, on a PostgreSQL of its own: how fast the log is learned anew by a node that has no copy, beside
 * reading the same rows; how long decisions of the past wait for the models of their moment; and whether decisions and answers
 * hinder each other. Situations have 60 predictors, or as many as asked for.
 *
 * <p>Arguments: answers in the log (default 50,000), actions (default 100), predictors (up to 60), {@code replay} to leave out
 * all but learning the log anew.
 */
public final class ReplayBench {

    private static final int BATCH = 1_000;
    private static final int MOMENTS = 1_000;
    private static final Duration STRETCH = Duration.ofSeconds(10);
    private static final int ANSWERS_PER_SECOND = 100;
    private static final String LEARNING = "org.attune.learning";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ReplayBench() {}

    /** A node that comes up. */
    private record Start(double seconds, double cpuSeconds, String fingerprint) {
        static Start of(LogBed bed) {
            long start = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            try (LogBed node = new LogBed(bed.dataSource(), LEARNING)) {
                return new Start(
                        (System.nanoTime() - start) / 1e9,
                        (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                        node.bean(Models.class).fingerprint());
            }
        }
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int answers = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int actions = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int predictors = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        boolean replayOnly = args.length > 3 && args[3].equals("replay");
        Map<String, Object> results = new LinkedHashMap<>();
        Random random = new Random(1);
        Roster roster = roster(actions);
        int[] all = new int[actions];
        Arrays.setAll(all, i -> i);
        try (LogBed bed = new LogBed()) {
            fill(bed, answers, actions, predictors, random);
            bed.jdbc().execute("VACUUM ANALYZE");
            System.out.printf(
                    Locale.ROOT,
                    "%,d answers, %,d actions, %d predictors, load average %.1f%n",
                    answers,
                    actions,
                    predictors,
                    SYSTEM.getSystemLoadAverage());
            String fingerprint = "";
            for (int run = 0; run < 3; run++) { // the first warms up
                double read = rowsPerSecond(bed, answers);
                bed.jdbc().update("DELETE FROM learning_snapshot");
                Start anew = Start.of(bed);
                Start known = Start.of(bed); // from the copy that the first left: what starting costs by itself
                boolean same = run == 0 || anew.fingerprint.equals(fingerprint);
                fingerprint = anew.fingerprint;
                double rate = answers / (anew.seconds - known.seconds);
                double micros = (anew.cpuSeconds - known.cpuSeconds) * 1e6 / answers;
                System.out.printf(
                        Locale.ROOT,
                        "log learned anew %,8.0f answers/s (%.0f us of CPU each, all threads), reading its rows alone %,8.0f/s%s%n",
                        rate,
                        micros,
                        read,
                        same ? "" : "  NOT THE SAME MODEL");
                results.put(
                        "replay" + run, Map.of("answersPerSecond", rate, "cpuMicros", micros, "rowsPerSecond", read));
            }
            if (replayOnly) {
                System.exit(0);
            }
            try (LogBed node = new LogBed(bed.dataSource(), LEARNING)) {
                Models models = node.bean(Models.class);
                moments(models, roster, all, random, results);
                for (int readers : new int[] {1, 2, 4}) {
                    together(node, models, roster, all, readers, random, results);
                }
            }
        }
        Path out =
                Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("replay.json");
        Files.createDirectories(out.getParent());
        Files.writeString(
                out, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.exit(0);
    }

    /** Half numbers, half texts. */
    private static Map<String, Object> person(Random random, int predictors) {
        Map<String, Object> all = ScoringBench.person(random);
        Map<String, Object> some = new TreeMap<>();
        for (int i = 0; i < predictors / 2; i++) {
            for (String name : List.of("number_" + i, "text_" + i)) {
                some.put(name, Objects.requireNonNull(all.get(name)));
            }
        }
        return some;
    }

    private static void fill(LogBed bed, int answers, int actions, int predictors, Random random) {
        Instant at = Instant.parse("2024-01-01T09:00:00Z");
        List<ImportedAnswer> batch = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            batch.add(new ImportedAnswer(
                    "bench:" + i,
                    LogBed.decision(
                            CustomerId.next(),
                            at.plusSeconds(i),
                            "import",
                            person(random, predictors),
                            "action-" + random.nextInt(actions)),
                    random.nextInt(5) == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                    at.plusSeconds(i)));
            if (batch.size() == BATCH || i == answers - 1) {
                bed.history().importAnswers(batch);
                batch.clear();
            }
        }
    }

    private static double rowsPerSecond(LogBed bed, int answers) {
        long start = System.nanoTime();
        long position = 0;
        while (position < answers) {
            position += bed.jdbc()
                    .query("""
                            SELECT e.position, d.packed
                            FROM (SELECT * FROM history_outcome WHERE position > ? ORDER BY position LIMIT 1000) e
                            JOIN history_offer o ON o.decision_id = e.decision_id AND o.action = e.action
                            JOIN history_decision d ON d.id = e.decision_id
                            ORDER BY e.position
                            """, (row, i) -> row.getBytes("packed"), position)
                    .size();
        }
        return answers / ((System.nanoTime() - start) / 1e9);
    }

    private static void moments(Models models, Roster roster, int[] all, Random random, Map<String, Object> results) {
        Scores scores = new Scores();
        long head = models.position();
        long start = System.nanoTime();
        for (int i = 1; i <= MOMENTS; i++) {
            models.at(head * i / MOMENTS).score(roster, ScoringBench.person(random), all, all.length, scores);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%,d moments over the whole log, in order    %.1f s%n", MOMENTS, seconds);
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            models.at(random.nextLong(head)).score(roster, ScoringBench.person(random), all, all.length, scores);
        }
        double each = (System.nanoTime() - start) / 1e9 / 20;
        System.out.printf(Locale.ROOT, "a moment anywhere                              %.2f s%n", each);
        results.put("momentsInOrderSeconds", seconds);
        results.put("momentAnywhereSeconds", each);
    }

    private static void together(
            LogBed node,
            Models models,
            Roster roster,
            int[] all,
            int readers,
            Random random,
            Map<String, Object> results)
            throws InterruptedException {
        int answers = (int) (ANSWERS_PER_SECOND * STRETCH.toSeconds());
        List<DecisionRecord> decisions = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            decisions.add(node.decided(
                    CustomerId.next(),
                    Instant.now(),
                    "main",
                    ScoringBench.person(random),
                    "action-" + random.nextInt(roster.size())));
        }
        long end = System.nanoTime() + STRETCH.toNanos();
        List<List<Long>> waited = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int r = 0; r < readers; r++) {
            List<Long> mine = new ArrayList<>();
            waited.add(mine);
            Random own = new Random(r);
            List<Map<String, Object>> people = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                people.add(ScoringBench.person(own));
            }
            threads.add(Thread.ofPlatform().start(() -> {
                Scores scores = new Scores();
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    models.score(roster, people.get(own.nextInt(200)), all, all.length, scores);
                    mine.add(System.nanoTime() - start);
                }
            }));
        }
        List<Long> learned = new ArrayList<>();
        long due = System.nanoTime();
        for (DecisionRecord decision : decisions) {
            LockSupport.parkNanos(due - System.nanoTime());
            due += Duration.ofSeconds(1).toNanos() / ANSWERS_PER_SECOND;
            long start = System.nanoTime();
            node.history()
                    .answer(
                            new Answer(
                                    decision.id(),
                                    decision.offers().getFirst().action(),
                                    Outcome.DECLINED,
                                    null,
                                    null,
                                    null),
                            "bench");
            learned.add(System.nanoTime() - start);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Long> scores = waited.stream().flatMap(List::stream).toList();
        System.out.printf(
                Locale.ROOT,
                "%d readers, %d answers/s: %,6.0f decisions scored/s, p50 %.2f p99 %.2f ms;"
                        + " answer written and learned p50 %.1f p99 %.1f ms%n",
                readers,
                ANSWERS_PER_SECOND,
                scores.size() / (double) STRETCH.toSeconds(),
                at(scores, 50) / 1e6,
                at(scores, 99) / 1e6,
                at(learned, 50) / 1e6,
                at(learned, 99) / 1e6);
        results.put(
                "readers" + readers,
                Map.of(
                        "scoredPerSecond", scores.size() / (double) STRETCH.toSeconds(),
                        "p50Millis", at(scores, 50) / 1e6,
                        "p99Millis", at(scores, 99) / 1e6,
                        "answerP50Millis", at(learned, 50) / 1e6,
                        "answerP99Millis", at(learned, 99) / 1e6));
    }

    private static double at(List<Long> values, int percent) {
        return values.stream()
                .sorted()
                .skip(values.size() * (long) percent / 100)
                .findFirst()
                .orElse(0L);
    }

    private static Roster roster(int actions) {
        List<ModelPath> paths = new ArrayList<>();
        double[] starting = new double[actions];
        for (int i = 0; i < actions; i++) {
            paths.add(new ModelPath("sales", "savings", "action-" + i));
            starting[i] = 0.2;
        }
        return new Roster(paths, starting);
    }
}
