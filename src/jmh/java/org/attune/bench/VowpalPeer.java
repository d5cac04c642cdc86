package org.attune.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.bench.LearningData.Row;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.learner.VWScalarLearner;

/**
 * Vowpal Wabbit through its own Java binding, on the same rows in the same order: its defaults and a small grid of the
 * settings that matter most for it (pairs or none, learning rate, decay, its parameter-free learner). The best of the grid is
 * picked in hindsight, which favours it. Numbers go in as they are, which it normalises itself; texts as name=value; its
 * input is prepared as text before the clock starts.
 */
final class VowpalPeer {

    static final String DEFAULT = "VW default";
    private static final String COMMON = "--quiet -b 20 --loss_function logistic --link logistic ";
    private static final int COST_ROWS = 5_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private VowpalPeer() {}

    /** Settings by name, the defaults first. */
    static List<String> grid() {
        List<String> grid = new ArrayList<>(List.of(""));
        for (String pairs : List.of("", "-q :: ")) {
            for (String rate : List.of("0.03", "0.1", "0.5")) {
                for (String decay : List.of("0.5", "0")) {
                    if (!(pairs.isEmpty() && rate.equals("0.5") && decay.equals("0.5"))) { // these are the defaults
                        grid.add(pairs + "-l " + rate + " --power_t " + decay);
                    }
                }
            }
            grid.add(pairs + "--coin");
            grid.add(pairs + "--ftrl --ftrl_alpha 0.05");
        }
        return grid;
    }

    /** Predicts, then learns each row. */
    static Progress run(String setting, LearningData data, String[] examples) throws IOException {
        int n = examples.length;
        double[] propensity = new double[n];
        boolean[] accepted = new boolean[n];
        double learn;
        double score;
        try (VWScalarLearner vw = VWLearners.create(COMMON + setting)) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < n; i++) {
                propensity[i] = vw.learn(examples[i]); // returns what it predicted before
                accepted[i] = data.rows.get(i).accepted();
            }
            learn = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / n;
            int scored = Math.min(n, COST_ROWS);
            start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < scored; i++) {
                vw.predict(examples[i]);
            }
            score = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / scored;
        }
        return Progress.of(setting.isEmpty() ? DEFAULT : "VW " + setting, propensity, accepted, learn, score);
    }

    static String[] examples(LearningData data) {
        String[] examples = new String[data.rows.size()];
        for (int i = 0; i < examples.length; i++) {
            Row row = data.rows.get(i);
            StringBuilder text = new StringBuilder(row.accepted() ? "1 |f" : "-1 |f");
            for (String name : data.predictors) {
                text.append(' ').append(plain(name));
                text.append(value(row.situation(), name));
            }
            examples[i] = text.toString();
        }
        return examples;
    }

    private static String value(Map<String, Object> situation, String name) {
        Object value = situation.get(name);
        return switch (value) {
            case null -> "=?";
            case Double number -> ":" + number.floatValue();
            default -> "=" + plain(value.toString());
        };
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s:|]", "_");
    }
}
