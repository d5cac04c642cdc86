package org.attune.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.learning.engine.Encoded;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelHealth;
import org.attune.learning.engine.ModelPath;

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

    private enum Kind {
        BANK("y", "yes", Set.of("duration"), Set.of("age", "marital"), new ModelPath("sales", "savings", "term-deposit")),
        TELCO(
                "Churn",
                "Yes",
                Set.of("customerID"),
                Set.of("gender", "SeniorCitizen", "Partner", "Dependents"),
                new ModelPath("retention", "contract", "stay"));

        final String label;
        final String positive;
        final Set<String> dropped;
        final Set<String> guarded;
        final ModelPath path;

        Kind(String label, String positive, Set<String> dropped, Set<String> guarded, ModelPath path) {
            this.label = label;
            this.positive = positive;
            this.dropped = dropped;
            this.guarded = guarded;
            this.path = path;
        }
    }

    private record Row(Map<String, Object> situation, boolean accepted) {}

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
        Kind kind = kindOf(file);
        List<Result> results = new ArrayList<>();
        for (boolean guarded : new boolean[] {false, true}) {
            Set<String> dropped = new LinkedHashSet<>(kind.dropped);
            if (guarded) {
                dropped.addAll(kind.guarded);
            }
            List<Row> rows = read(file, kind, dropped);
            if (shuffled) {
                Collections.shuffle(rows, new Random(SHUFFLE_SEED));
            }
            run("", rows, kind); // warm-up of the virtual machine; the model is thrown away
            results.add(run(guarded ? "without protected predictors" : "all predictors", rows, kind));
        }
        print(kind, shuffled, results);
        writeJson(kind, shuffled, results);
        Result honest = results.getLast();
        if (honest.loss > CLEARLY_BETTER * Math.min(honest.baseLoss, honest.constantLoss) || honest.auc < 0.6) {
            System.err.println("Not clearly better than the base rate.");
            System.exit(1);
        }
    }

    private static Kind kindOf(Path file) throws IOException {
        String header = firstLine(file);
        for (Kind kind : Kind.values()) {
            if (Arrays.asList(header.replace("\"", "").split("[;,]")).contains(kind.label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No column named y or Churn in " + file.getFileName());
    }

    private static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }

    private static List<Row> read(Path file, Kind kind, Set<String> dropped) throws IOException {
        char separator = firstLine(file).indexOf(';') >= 0 ? ';' : ',';
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            csv.forEach(records::add);
        }
        List<String> names = records.getFirst().getFields();
        List<CsvRecord> body = records.subList(1, records.size());
        boolean[] numeric = new boolean[names.size()];
        for (int c = 0; c < numeric.length; c++) {
            int column = c;
            numeric[c] = body.stream().allMatch(r -> isNumber(r.getField(column)));
        }
        List<Row> rows = new ArrayList<>(body.size());
        for (CsvRecord r : body) {
            Map<String, Object> situation = new HashMap<>();
            boolean accepted = false;
            for (int c = 0; c < numeric.length; c++) {
                String text = r.getField(c).strip();
                if (names.get(c).equals(kind.label)) {
                    accepted = text.equals(kind.positive);
                } else if (!text.isEmpty() && !dropped.contains(names.get(c))) {
                    situation.put(names.get(c), numeric[c] ? (Object) Double.valueOf(text) : text);
                }
            }
            rows.add(new Row(situation, accepted));
        }
        return rows;
    }

    private static boolean isNumber(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Result run(String name, List<Row> rows, Kind kind) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        int n = rows.size();
        double[] propensity = new double[n];
        boolean[] accepted = new boolean[n];
        double loss = 0;
        int positives = 0;
        long learning = 0;
        long predicting = 0;
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            Encoded encoded = engine.encode(row.situation);
            long start = System.nanoTime();
            double p = engine.predict(kind.path, STARTING_PROPENSITY, encoded).propensity();
            long between = System.nanoTime();
            engine.learn(kind.path, STARTING_PROPENSITY, row.situation, row.accepted, 1);
            learning += System.nanoTime() - between;
            predicting += between - start;
            propensity[i] = p;
            accepted[i] = row.accepted;
            loss -= Math.log(row.accepted ? p : 1 - p);
            positives += row.accepted ? 1 : 0;
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
                learning / 1e3 / n,
                predicting / 1e3 / n,
                engine.toBytes().length,
                engine.sha256());
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
                "", "rows", "base rate", "run. base", "constant", "log loss", "AUC", "hist. AUC", "ECE", "learn us",
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

    private static void writeJson(Kind kind, boolean shuffled, List<Result> results) throws IOException {
        StringBuilder json = new StringBuilder("[\n");
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
        Files.writeString(out, json.append("]\n"));
    }
}
