package org.attune.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.attune.learning.engine.Encoded;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.RawLoop;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.attune.simulation.engine.Chooser.Choice;
import org.attune.simulation.engine.Population;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to score 10, 100 and 1,000 actions for one customer with 60 predictors (30 numbers, 30 texts of eight values)
 * beside a hand-written loop over arrays of the same shape, and what it costs to learn one answer into 1,000 models; both beside
 * Vowpal Wabbit's explorer.
 *
 * <p>Optional argument: answers learned before measuring (default 40,000). Ends with 1 when scoring allocates.
 */
public final class ScoringBench {

    private static final int ACTIONS = 1_000;
    private static final int PEOPLE = 200;
    private static final int RUNS = 4_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static double blackHole;

    private record Figure(double p50, double p99) {
        static Figure of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Figure(sorted[sorted.length / 2] / 1e3, sorted[sorted.length * 99 / 100] / 1e3);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.1f / %8.1f", p50, p99);
        }
    }

    private ScoringBench() {}

    /** Runs the benchmark. */
    public static void main(String[] args) throws IOException {
        Map<String, Object> results = measure(args.length > 0 ? Integer.parseInt(args[0]) : 40_000);
        Path out =
                Path.of(System.getProperty("attune.bench.out", "target/bench")).resolve("scoring.json");
        Files.createDirectories(out.getParent());
        Files.writeString(
                out, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        if (results.get("allocates").equals(true)) {
            System.err.println("Scoring allocates.");
            System.exit(1);
        }
    }

    /** How many loops over the same means and variances the score of all actions costs, by medians. */
    static double rawLoops(Map<String, Object> results) {
        return ((double) ((Map<?, ?>) results.get("actions" + ACTIONS)).get("rawLoops"));
    }

    /** Measures; prints a table. */
    static Map<String, Object> measure(int answers) {
        Random random = new Random(1);
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(random));
        }
        List<ModelPath> paths = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            paths.add(new ModelPath("issue-" + i % 8, "group-" + i % 40, "action-" + i));
        }
        double[] starting = new double[ACTIONS];
        Arrays.fill(starting, 0.2);
        Map<String, Object> results = new LinkedHashMap<>();
        LearningEngine engine = new LearningEngine(EngineSettings.defaults());
        Figure learning = learn(engine, paths, people, answers, random);
        System.out.printf(
                "%,d actions, %,d answers, %,d features, microseconds of thread CPU time, p50 / p99%n",
                ACTIONS, answers, engine.features());
        System.out.println("learn one answer                      " + learning);
        results.put("learn", learning);
        boolean allocates = false;
        for (int size : new int[] {10, 100, ACTIONS}) {
            Roster roster = new Roster(paths.subList(0, size), Arrays.copyOf(starting, size));
            allocates |= score(engine, roster, people, random, results);
        }
        results.put("allocates", allocates);
        peer(paths, people, random, results);
        return results;
    }

    /** The same customers and actions with Vowpal Wabbit's best explorer, through JNI as an application would call it. */
    private static void peer(
            List<ModelPath> paths, List<Map<String, Object>> people, Random random, Map<String, Object> results) {
        Population population = Population.of(people);
        for (int size : new int[] {10, 100, ACTIONS}) {
            int[] all = new int[size];
            Arrays.setAll(all, i -> i);
            int runs = 1_000;
            long[] predict = new long[runs];
            long[] learn = new long[runs];
            try (VowpalChooser peer = new VowpalChooser(population, paths.subList(0, size), Choosers.SQUARE, 1)) {
                for (int i = -runs; i < runs; i++) {
                    Map<String, Object> person = population.customer(random.nextInt(PEOPLE));
                    boolean accepted = random.nextInt(5) == 0;
                    int at = Math.max(i, 0);
                    Choice[] choice = new Choice[1];
                    predict[at] = time(() -> {
                        choice[0] = peer.choose(at, person, all, size);
                        return choice[0].probability();
                    });
                    learn[at] = time(() -> {
                        peer.learn(at, person, choice[0], choice[0].ranked()[0], accepted);
                        return 0;
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Figure predicting = Figure.of(predict);
            Figure learning = Figure.of(learn);
            System.out.printf(
                    "Vowpal Wabbit, %,d actions: predict %s, learn one answer %s%n", size, predicting, learning);
            results.put("vowpal" + size, Map.of("predict", predicting, "learn", learning));
        }
    }

    private static Figure learn(
            LearningEngine engine,
            List<ModelPath> paths,
            List<Map<String, Object>> people,
            int answers,
            Random random) {
        long[] nanos = new long[answers / 2];
        for (int i = -answers / 2; i < nanos.length; i++) {
            ModelPath path = paths.get(random.nextInt(ACTIONS));
            Map<String, Object> situation = people.get(random.nextInt(PEOPLE));
            boolean accepted = random.nextInt(5) == 0;
            nanos[Math.max(i, 0)] = time(() -> {
                engine.learn(path, 0.2, situation, accepted, 1);
                return 0;
            });
        }
        return Figure.of(nanos);
    }

    private static boolean score(
            LearningEngine engine,
            Roster roster,
            List<Map<String, Object>> people,
            Random random,
            Map<String, Object> results) {
        int size = roster.size();
        int[] candidates = new int[size];
        Arrays.setAll(candidates, i -> i);
        Scores scores = new Scores();
        RawLoop raw = new RawLoop(engine, people.getFirst(), size);
        long[][] nanos = new long[5][RUNS];
        for (int i = -RUNS; i < RUNS; i++) {
            Map<String, Object> person = people.get(random.nextInt(PEOPLE));
            int at = Math.max(i, 0); // the first half warms up
            nanos[0][at] = time(() -> {
                engine.score(roster, person, candidates, size, scores);
                return scores.propensity(0);
            });
            nanos[1][at] = time(() -> {
                raw.encode(person);
                return raw.features();
            });
            raw.encode(people.get(
                    random.nextInt(PEOPLE))); // whose weights are not in the cache yet, as they were not for the score
            nanos[2][at] = time(raw::meansAndVariances);
            raw.encode(people.get(random.nextInt(PEOPLE)));
            nanos[3][at] = time(raw::means);
            if (i % 8 == 0) {
                nanos[4][at] = time(() -> {
                    Encoded x = engine.encode(person);
                    double sum = 0;
                    for (int index = 0; index < size; index++) {
                        sum += engine.predict(roster.path(index), 0.2, x).propensity();
                    }
                    return sum;
                });
            }
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            engine.score(roster, people.get(i % PEOPLE), candidates, size, scores);
        }
        long allocated = (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000;
        Figure score = Figure.of(nanos[0]);
        Figure encode = Figure.of(nanos[1]);
        Figure both = Figure.of(nanos[2]);
        Figure means = Figure.of(nanos[3]);
        Figure single =
                Figure.of(Arrays.stream(nanos[4]).filter(each -> each > 0).toArray());
        System.out.printf(
                Locale.ROOT,
                """
                %,5d actions, %d features each
                  score all, encoding included         %s   %d bytes allocated
                  encoding alone                       %s
                  raw loop, means and variances        %s   score is %.1f times that
                  raw loop, means only                 %s   score is %.1f times that
                  one action after the other           %s
                """,
                size,
                raw.features(),
                score,
                allocated,
                encode,
                both,
                score.p50() / both.p50(),
                means,
                score.p50() / means.p50(),
                single);
        results.put(
                "actions" + size,
                Map.of(
                        "score", score,
                        "rawLoops", score.p50() / both.p50(),
                        "encode", encode,
                        "rawMeansAndVariances", both,
                        "rawMeans", means,
                        "oneByOne", single,
                        "bytesPerScore", allocated));
        return allocated > 0;
    }

    private static long time(DoubleSupplier work) {
        long start = THREADS.getCurrentThreadCpuTime();
        blackHole += work.getAsDouble();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    static Map<String, Object> person(Random random) {
        Map<String, Object> person = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            person.put("number_" + i, Math.round(random.nextGaussian() * 10_000) / 100.0);
            person.put("text_" + i, "value-" + random.nextInt(8));
        }
        return person;
    }
}
