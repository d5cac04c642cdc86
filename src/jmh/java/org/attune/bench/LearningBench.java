package org.attune.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.bench.LearningData.Row;
import org.attune.bench.LearningData.Wrong;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Progressive one-pass learning on real answers: each row is predicted, then learned, by the product's own engine with its
 * one setting, and by Vowpal Wabbit in the same run.
 *
 * <pre>--data FILE --label COLUMN --positive VALUE [--drop a,b] [--order file|shuffled] [--delimiter ,] [--peers yes|no]
 * --policy-log FILE ...    a log of decisions instead, see {@code PolicyLog}</pre>
 *
 * <p>Two data sets are known by their header and need neither label nor positive: the bank's telephone campaign (label
 * {@code y}; {@code duration} is known only after the call and never used) and the telecom churn sample ({@code Churn}).
 * Ends with 1 when the engine is not better than the constant rate.
 */
public final class LearningBench {

    private static final double STARTING_PROPENSITY = 0.2;
    private static final int WARM_UP = 20_000;
    private static final int COST_ROWS = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Set<String> OPTIONS =
            Set.of("data", "label", "positive", "drop", "order", "delimiter", "peers", "policy-log");
    private static final String USAGE = """
            usage: learning --data FILE --label COLUMN --positive VALUE
                            [--drop a,b] [--order file|shuffled] [--delimiter ,] [--peers yes|no]
                   learning --policy-log FILE""";

    private LearningBench() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        try {
            Map<String, String> options = options(args);
            if (options.containsKey("policy-log")) {
                policyLog(options);
            } else if (!run(options)) {
                System.err.println("Not better than the constant rate.");
                System.exit(1);
            }
        } catch (Wrong e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void policyLog(Map<String, String> options) throws Exception {
        try {
            Class.forName("org.attune.bench.PolicyLog")
                    .getDeclaredMethod("run", Map.class)
                    .invoke(null, options);
        } catch (ClassNotFoundException e) {
            throw new Wrong("This version cannot read logs of decisions.");
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new TreeMap<>();
        boolean policyLog = List.of(args).contains("--policy-log");
        for (int i = 0; i < args.length; i++) {
            String name = args[i].replaceFirst("^--", "");
            if (!args[i].startsWith("--")) {
                if (i == 0) {
                    options.put("data", args[i]);
                } else if (args[i].equals("shuffled")) {
                    options.put("order", "shuffled");
                } else {
                    throw new Wrong("Not understood: " + args[i] + "\n" + USAGE);
                }
            } else if (!policyLog && !OPTIONS.contains(name)) {
                throw new Wrong("There is no option " + args[i] + "\n" + USAGE);
            } else if (i + 1 == args.length) {
                throw new Wrong("The option " + args[i] + " needs a value.\n" + USAGE);
            } else {
                options.put(name, args[++i]);
            }
        }
        return options;
    }

    private static boolean run(Map<String, String> options) throws IOException {
        if (!options.containsKey("data")) {
            throw new Wrong(USAGE);
        }
        Path file = Path.of(System.getProperty("attune.bench.from", "")).resolve(options.get("data"));
        Character delimiter = delimiter(options.get("delimiter"));
        known(file, delimiter, options);
        for (String needed : List.of("label", "positive")) {
            if (!options.containsKey(needed)) {
                throw new Wrong("--" + needed + " is missing.\n" + USAGE);
            }
        }
        String order = options.getOrDefault("order", "file");
        if (!Set.of("file", "shuffled").contains(order)) {
            throw new Wrong("--order is file or shuffled, not " + order + ".");
        }
        String label = options.get("label");
        LearningData data = LearningData.read(
                file,
                label,
                options.get("positive"),
                list(options.getOrDefault("drop", "")),
                delimiter,
                order.equals("shuffled"));
        List<Row> rows = data.rows;
        double rate = (double) data.positives / rows.size();
        double constant = -rate * Math.log(rate) - (1 - rate) * Math.log(1 - rate);
        System.out.printf(
                Locale.ROOT,
                "%s, %s order: %,d rows, %d predictors, %,d positive (%.4f), log loss of the constant rate %.4f%n%n",
                file.getFileName(),
                order,
                rows.size(),
                data.predictors.size(),
                data.positives,
                rate,
                constant);
        System.out.printf("%-36s %9s %8s %8s %9s %9s%n", "", "log loss", "AUC", "ECE", "learn us", "score us");
        ModelPath path = new ModelPath("data", "data", label);
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Progress ours = engine(engine, path, rows);
        print(ours);
        List<Progress> peers = options.getOrDefault("peers", "yes").equals("no") ? List.of() : peers(data);
        System.out.printf("%nmodel %s (%,d bytes)%n", engine.sha256(), engine.toBytes().length);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("data", String.valueOf(file.getFileName()));
        results.put("order", order);
        results.put("rows", rows.size());
        results.put("predictors", data.predictors.size());
        results.put("positives", data.positives);
        results.put("constantLogLoss", constant);
        results.put("engine", ours.figures());
        results.put("peers", peers.stream().map(Progress::figures).toList());
        results.put("modelBytes", engine.toBytes().length);
        results.put("sha256", engine.sha256());
        Path out =
                Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("learning.json");
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(
                out, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("written to " + out);
        return ours.logLoss() < constant;
    }

    /** Fills in what a data set known by its header needs. */
    private static void known(Path file, @Nullable Character delimiter, Map<String, String> options) {
        if (options.containsKey("label")) {
            return;
        }
        List<String> header = LearningData.header(file, delimiter);
        if (header.contains("y") && header.contains("duration")) {
            Map.of("label", "y", "positive", "yes", "drop", "duration").forEach(options::putIfAbsent);
        } else if (header.contains("Churn") && header.contains("customerID")) {
            Map.of("label", "Churn", "positive", "Yes", "drop", "customerID").forEach(options::putIfAbsent);
        }
    }

    private static Progress engine(LearningEngine engine, ModelPath path, List<Row> rows) {
        for (int learned = 0; learned < WARM_UP; learned += Math.min(WARM_UP, rows.size())) {
            LearningEngine warm = new LearningEngine(EngineSettings.defaults());
            for (Row row : rows.subList(0, Math.min(WARM_UP, rows.size()))) {
                warm.predict(path, STARTING_PROPENSITY, warm.encode(row.situation()));
                warm.learn(path, STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
            }
        }
        int n = rows.size();
        double[] propensity = new double[n];
        boolean[] accepted = new boolean[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            propensity[i] = engine.predict(path, STARTING_PROPENSITY, engine.encode(row.situation()))
                    .propensity();
            engine.learn(path, STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
            accepted[i] = row.accepted();
        }
        return Progress.of("Attune", propensity, accepted, learnMicros(path, rows), scoreMicros(engine, path, rows));
    }

    /** Encoding included, as for the next. */
    private static double learnMicros(ModelPath path, List<Row> rows) {
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        long start = THREADS.getCurrentThreadCpuTime();
        for (Row row : rows) {
            engine.learn(path, STARTING_PROPENSITY, row.situation(), row.accepted(), 1);
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / rows.size();
    }

    private static double scoreMicros(LearningEngine engine, ModelPath path, List<Row> rows) {
        List<Row> some = rows.subList(0, Math.min(COST_ROWS, rows.size()));
        double sum = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (Row row : some) {
            sum += engine.predict(path, STARTING_PROPENSITY, engine.encode(row.situation()))
                    .propensity();
        }
        long used = THREADS.getCurrentThreadCpuTime() - start;
        return sum > 0 ? used / 1e3 / some.size() : 0;
    }

    /** The default and the best of the grid by log loss are printed; all are written. */
    private static List<Progress> peers(LearningData data) throws IOException {
        List<Progress> peers = new ArrayList<>();
        try {
            String[] examples = VowpalPeer.examples(data);
            for (String setting : VowpalPeer.grid()) {
                peers.add(VowpalPeer.run(setting, data, examples));
            }
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            System.out.println("Vowpal Wabbit does not run here: its native code is for Linux on x86-64 only.");
            return peers;
        }
        print(peers.getFirst());
        Progress best = peers.stream()
                .min(Comparator.comparingDouble(Progress::logLoss))
                .orElseThrow();
        if (best != peers.getFirst()) {
            print(best);
        }
        System.out.printf("(best log loss of %d settings, picked in hindsight)%n", peers.size());
        return peers;
    }

    private static void print(Progress p) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %9.4f %8.4f %8.4f %9.2f %9.2f%n",
                p.name(),
                p.logLoss(),
                p.auc(),
                p.ece(),
                p.learnMicros(),
                p.scoreMicros());
    }

    private static Set<String> list(String names) {
        Set<String> list = new LinkedHashSet<>();
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                list.add(name.strip());
            }
        }
        return list;
    }

    private static @Nullable Character delimiter(@Nullable String option) {
        if (option == null) {
            return null;
        }
        String one = option.equals("\\t") || option.equals("tab") ? "\t" : option;
        if (one.length() != 1) {
            throw new Wrong("--delimiter is one character, or \"tab\".");
        }
        return one.charAt(0);
    }
}
