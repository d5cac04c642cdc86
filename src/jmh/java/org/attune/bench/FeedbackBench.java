package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.LogBed;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.learning.Engines;
import org.attune.learning.Models;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import tools.jackson.databind.json.JsonMapper;

/**
 * From an answer to the first decision that knows it: on the node that took the answer, and on another one that follows the same
 * log. Answers come at a fixed rate from several desks while both nodes score a catalog over and over; a challenger learns
 * beside. Situations have 60 predictors.
 *
 * <p>Arguments: answers per second (default 100), seconds (default 20), actions (default 100).
 */
public final class FeedbackBench {
    private static final int DESKS = 8;
    private static final int KNOWN = 5_000;
    private static final String LEARNING = "org.attune.learning";

    private FeedbackBench() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int actions = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        Random random = new Random(1);
        try (LogBed here = new LogBed(LEARNING);
                LogBed there = new LogBed(here.dataSource(), LEARNING)) {
            List<ImportedAnswer> past = new ArrayList<>();
            for (int i = 0; i < KNOWN; i++) {
                DecisionRecord decision = decision(random, actions);
                past.add(new ImportedAnswer("bench:" + i, decision, Outcome.DECLINED, Instant.now()));
            }
            here.history().importAnswers(past);
            here.bean(Engines.class).challenge("brisk", "bench");
            List<DecisionRecord> decisions = new ArrayList<>();
            for (int i = 0; i < rate * seconds; i++) {
                decisions.add(decision(random, actions));
                here.write(decisions.getLast());
            }
            measure(here, there, decisions, rate, actions);
        }
        System.exit(0);
    }

    private static void measure(LogBed here, LogBed there, List<DecisionRecord> decisions, int rate, int actions)
            throws IOException, InterruptedException {
        Models near = here.bean(Models.class);
        Models far = there.bean(Models.class);
        ConcurrentSkipListMap<Long, Long> asked = new ConcurrentSkipListMap<>();
        List<Long> nearby = Collections.synchronizedList(new ArrayList<>());
        List<Long> elsewhere = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (!done.get() || !asked.isEmpty()) {
                long position = far.position();
                long now = System.nanoTime();
                for (var entry = asked.firstEntry(); entry != null && entry.getKey() <= position; ) {
                    elsewhere.add(now - entry.getValue());
                    asked.remove(entry.getKey());
                    entry = asked.firstEntry();
                }
                LockSupport.parkNanos(500_000);
            }
        });
        List<Thread> scorers = new ArrayList<>();
        for (Models models : List.of(near, far)) {
            scorers.add(Thread.ofPlatform().daemon().start(() -> score(models, actions, done)));
        }
        long start = System.nanoTime();
        List<Thread> desks = new ArrayList<>();
        for (int desk = 0; desk < DESKS; desk++) {
            int first = desk;
            desks.add(Thread.ofPlatform().start(() -> {
                for (int i = first; i < decisions.size(); i += DESKS) {
                    LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
                    DecisionRecord decision = decisions.get(i);
                    long asking = System.nanoTime();
                    long position = here.history()
                            .answer(
                                    new Answer(
                                            decision.id(),
                                            decision.offers().getFirst().action(),
                                            i % 5 == 0 ? Outcome.ACCEPTED : Outcome.DECLINED,
                                            null,
                                            null,
                                            null),
                                    "bench")
                            .position();
                    if (near.position() < position) {
                        throw new IllegalStateException("The answer was not learned when it returned");
                    }
                    nearby.add(System.nanoTime() - asking);
                    asked.put(position, asking);
                }
            }));
        }
        for (Thread desk : desks) {
            desk.join();
        }
        done.set(true);
        watcher.join();
        for (Thread scorer : scorers) {
            scorer.join();
        }
        Map<String, Object> results = new LinkedHashMap<>();
        report("on the same node", nearby, results);
        report("on another node", elsewhere, results);
        if (!near.fingerprint().equals(far.fingerprint())) {
            throw new IllegalStateException("The two nodes do not have the same models");
        }
        Path out =
                Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("feedback.json");
        Files.createDirectories(out.getParent());
        Files.writeString(
                out, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }

    private static void score(Models models, int actions, AtomicBoolean done) {
        List<ModelPath> paths = new ArrayList<>();
        double[] starting = new double[actions];
        Arrays.fill(starting, 0.2);
        for (int i = 0; i < actions; i++) {
            paths.add(new ModelPath("sales", "savings", "action-" + i));
        }
        Roster roster = new Roster(paths, starting);
        int[] all = new int[actions];
        Arrays.setAll(all, i -> i);
        Scores scores = new Scores();
        Random random = new Random(2);
        while (!done.get()) {
            models.score(roster, ScoringBench.person(random), all, actions, scores);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static DecisionRecord decision(Random random, int actions) {
        return LogBed.decision(
                CustomerId.next(),
                Instant.now(),
                "import",
                ScoringBench.person(random),
                "action-" + random.nextInt(actions));
    }

    private static void report(String where, List<Long> waits, Map<String, Object> results) {
        List<Long> sorted = new ArrayList<>(waits);
        Collections.sort(sorted);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("answers", sorted.size());
        for (int percent : new int[] {50, 95, 99, 100}) {
            long at = sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
            figures.put("p" + percent, at / 1e6);
        }
        results.put(where, figures);
        System.out.printf(
                Locale.ROOT,
                "%-18s %,d answers: p50 %.1f, p95 %.1f, p99 %.1f, longest %.1f ms%n",
                where,
                sorted.size(),
                figures.get("p50"),
                figures.get("p95"),
                figures.get("p99"),
                figures.get("p100"));
    }
}
