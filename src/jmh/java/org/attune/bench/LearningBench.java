package org.attune.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.attune.bench.LearningData.Kind;
import org.attune.bench.LearningData.Row;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelHealth;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;

/**
 * Progressive one-pass learning on real answers: each row is predicted, then learned, by the product's own engine.
 *
 * <p>Arguments: the path of a CSV, then optionally {@code shuffled} (fixed seed 1). Two data sets are known by their
 * header: the bank's telephone campaign (label {@code y}; {@code duration} is known only after the call and never used)
 * and the telecom churn sample (label {@code Churn}). Ends with 1 when the engine is not clearly better than the base rate.
 */
public final class LearningBench {

    private static final double STARTING_PROPENSITY = 0.2;
    private static final double CLEARLY_BETTER = 0.95;
    private static final int SHUFFLE_SEED = 1;
    private static final int ACTIONS = 1000;
    private static final int DECISIONS = 2000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Result(
            String name,
            int rows,
            double baseRate,
            double baseLoss,
            double constantLoss,
            double loss,
            double auc,
            double histogramAuc,
            double calibrationError,
            double learnMicros,
            double predictMicros,
            int modelBytes,
            String sha256) {}

    private LearningBench() {}

    /** Runs the benchmark on the file given as the first argument. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || !Files.isReadable(Path.of(args[0]))) {
            System.err.println("Usage: learning PATH-TO-CSV [shuffled]: give the path of a readable CSV file.");
            System.exit(2);
        }
        Path file = Path.of(args[0]);
        boolean shuffled = args.length > 1 && args[1].equals("shuffled");
        Kind kind = LearningData.kindOf(file);
        List<Result> results = new ArrayList<>();
        double[] micros = {};
        for (boolean guarded : new boolean[] {false, true}) {
            Set<String> dropped = new LinkedHashSet<>(kind.dropped);
            if (guarded) {
                dropped.addAll(kind.guarded);
            }
            List<Row> rows = LearningData.read(file, kind, dropped);
            if (shuffled) {
                Collections.shuffle(rows, new Random(SHUFFLE_SEED));
            }
            run("", rows, kind); // warm-up of the virtual machine; the model is thrown away
            if (guarded) {
                micros = decisionMicros(rows);
            }
            results.add(run(guarded ? "without protected predictors" : "all predictors", rows, kind));
        }
        print(kind, shuffled, results);
        double median = micros[DECISIONS / 2];
        double p99 = micros[DECISIONS * 99 / 100];
        System.out.printf(
                Locale.ROOT,
                "scoring %,d actions for one customer: p50 %.0f us, p99 %.0f us (thread CPU time)%n",
                ACTIONS,
                median,
                p99);
        writeJson(kind, shuffled, results, median, p99);
        Result honest = results.getLast();
        if (honest.loss > CLEARLY_BETTER * Math.min(honest.baseLoss, honest.constantLoss) || honest.auc < 0.6) {
            System.err.println("Not clearly better than the base rate.");
            System.exit(1);
        }
    }

    private static Result run(String name, List<Row> rows, Kind kind) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        int n = rows.size();
        double[] propensity = new double[n];
        boolean[] accepted = new boolean[n];
        double loss = 0;
        int positives = 0;
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            double p = engine.predict(kind.path, STARTING_PROPENSITY, engine.encode(row.situation()))
                    .propensity();
            engine.learn(kind.path, STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
            propensity[i] = p;
            accepted[i] = row.accepted();
            loss -= Math.log(row.accepted() ? p : 1 - p);
            positives += row.accepted() ? 1 : 0;
        }
        double rate = (double) positives / n;
        ModelHealth health = engine.health(kind.path.action());
        return new Result(
                name,
                n,
                rate,
                health.baseLogLoss(),
                -rate * Math.log(rate) - (1 - rate) * Math.log(1 - rate),
                loss / n,
                auc(propensity, accepted),
                health.auc(),
                health.calibrationError(),
                learnMicros(rows, kind),
                predictMicros(engine, rows, kind),
                engine.toBytes().length,
                engine.sha256());
    }

    private static double learnMicros(List<Row> rows, Kind kind) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        long start = THREADS.getCurrentThreadCpuTime();
        for (Row row : rows) {
            engine.learn(kind.path, STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / rows.size();
    }

    /** Encoding included. */
    private static double predictMicros(LearningEngine engine, List<Row> rows, Kind kind) {
        double sum = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (Row row : rows) {
            sum += engine.predict(kind.path, STARTING_PROPENSITY, engine.encode(row.situation()))
                    .propensity();
        }
        long used = THREADS.getCurrentThreadCpuTime() - start;
        return sum > 0 ? used / 1e3 / rows.size() : 0;
    }

    /** Microseconds of thread CPU time to score many actions for one customer, encoding included: sorted. */
    private static double[] decisionMicros(List<Row> rows) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        List<ModelPath> paths = new ArrayList<>();
        double[] starting = new double[ACTIONS];
        int[] candidates = new int[ACTIONS];
        for (int i = 0; i < ACTIONS; i++) {
            paths.add(new ModelPath("issue-" + i % 8, "group-" + i % 40, "action-" + i));
            starting[i] = STARTING_PROPENSITY;
            candidates[i] = i;
        }
        Roster roster = new Roster(paths, starting);
        for (int i = 0; i < 20 * ACTIONS; i++) {
            Row row = rows.get(i % rows.size());
            engine.learn(paths.get(i % ACTIONS), STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
        }
        double[] micros = new double[DECISIONS];
        double sum = 0;
        Scores scores = new Scores();
        for (int i = -DECISIONS; i < DECISIONS; i++) {
            Row row = rows.get((i + DECISIONS) % rows.size());
            long start = THREADS.getCurrentThreadCpuTime();
            engine.score(roster, row.situation(), candidates, ACTIONS, scores);
            sum += scores.propensity(0);
            micros[Math.max(i, 0)] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3; // the first half warms up
        }
        if (!(sum > 0)) {
            throw new IllegalStateException("No propensities");
        }
        Arrays.sort(micros);
        return micros;
    }

    /** Exact area under the curve by ranks, ties counted as half. */
    static double auc(double[] score, boolean[] accepted) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(score[a], score[b]));
        double ranks = 0;
        long positives = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            while (end < order.length && score[order[end]] == score[order[i]]) {
                end++;
            }
            for (int j = i; j < end; j++) {
                if (accepted[order[j]]) {
                    ranks += (i + 1 + end) / 2.0;
                    positives++;
                }
            }
            i = end;
        }
        double negatives = score.length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    private static void print(Kind kind, boolean shuffled, List<Result> results) {
        System.out.printf(
                Locale.ROOT,
                "Progressive learning, %s, %s: each answer predicted, then learned%n",
                kind.name().toLowerCase(Locale.ROOT),
                shuffled ? "shuffled with seed " + SHUFFLE_SEED : "file order");
        System.out.printf(
                "%-29s %6s %9s %9s %9s %8s %7s %9s %7s %8s %10s%n",
                "",
                "rows",
                "base rate",
                "run. base",
                "constant",
                "log loss",
                "AUC",
                "hist. AUC",
                "ECE",
                "learn us",
                "predict us");
        for (Result r : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-29s %6d %9.4f %9.4f %9.4f %8.4f %7.4f %9.4f %7.4f %8.2f %10.2f%n",
                    r.name,
                    r.rows,
                    r.baseRate,
                    r.baseLoss,
                    r.constantLoss,
                    r.loss,
                    r.auc,
                    r.histogramAuc,
                    r.calibrationError,
                    r.learnMicros,
                    r.predictMicros);
        }
        for (Result r : results) {
            System.out.printf("model %s (%,d bytes) %s%n", r.sha256, r.modelBytes, r.name);
        }
    }

    private static void writeJson(Kind kind, boolean shuffled, List<Result> results, double median, double p99)
            throws IOException {
        StringBuilder json = new StringBuilder(String.format(
                Locale.ROOT,
                "{\"scoring1000ActionsMicros\": {\"p50\": %.1f, \"p99\": %.1f}, \"runs\": [%n",
                median,
                p99));
        for (Result r : results) {
            json.append(String.format(
                    Locale.ROOT,
                    "  {\"data\": \"%s\", \"order\": \"%s\", \"predictors\": \"%s\", \"rows\": %d, \"baseRate\": %.6f, "
                            + "\"runningBaseLogLoss\": %.6f, \"constantLogLoss\": %.6f, \"logLoss\": %.6f, \"auc\": %.6f, "
                            + "\"histogramAuc\": %.6f, \"ece\": %.6f, \"learnMicros\": %.3f, \"predictMicros\": %.3f, "
                            + "\"modelBytes\": %d, \"sha256\": \"%s\"}%s%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    shuffled ? "shuffled" : "file",
                    r.name,
                    r.rows,
                    r.baseRate,
                    r.baseLoss,
                    r.constantLoss,
                    r.loss,
                    r.auc,
                    r.histogramAuc,
                    r.calibrationError,
                    r.learnMicros,
                    r.predictMicros,
                    r.modelBytes,
                    r.sha256,
                    r == results.getLast() ? "" : ","));
        }
        Path out = Path.of("target", "bench", "learning.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, json.append("]}\n"));
    }
}
