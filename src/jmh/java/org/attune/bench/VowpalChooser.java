package org.attune.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.attune.arbitration.engine.Draws;
import org.attune.learning.engine.ModelPath;
import org.attune.simulation.engine.Chooser;
import org.attune.simulation.engine.Policy;
import org.attune.simulation.engine.Population;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.responses.ActionProb;

/**
 * Vowpal Wabbit's contextual bandit explorers as a peer: {@code --cb_explore_adf} with customers crossed with actions and groups.
 * It is told more than the product is: each number as a z-score and as its decile over the whole file, known before the first
 * decision. The word {@code positive} among the options codes the cost as 1 - reward instead of -reward.
 */
final class VowpalChooser implements Chooser, Policy, AutoCloseable {

    private static final int DECILES = 10;
    private static final String BASE = "--quiet --cb_explore_adf -b 20 -q UA -q UG ";

    private final VWActionProbsLearner learner;
    private final Map<Map<String, Object>, String> shared = new IdentityHashMap<>();
    private final String[] line;
    private final int[] everything;
    private final boolean positive;
    private final long seed;

    VowpalChooser(Population population, List<ModelPath> paths, String options, long seed) {
        this.seed = seed;
        positive = options.contains("positive");
        learner = VWLearners.create(BASE + options.replace("positive", "") + " --random_seed " + seed);
        line = paths.stream()
                .map(p -> "|A " + clean(p.action()) + " |G " + clean(p.issue() + "/" + p.group()))
                .toArray(String[]::new);
        everything = new int[line.length];
        Arrays.setAll(everything, i -> i);
        encode(population);
    }

    /** What a number is measured against: all values of the file. */
    private record Scale(double[] sorted, double mean, double deviation) {
        static Scale of(double[] values) {
            Arrays.sort(values);
            double mean = Arrays.stream(values).average().orElse(0);
            double square =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            return new Scale(values, mean, Math.sqrt(square / Math.max(1, values.length)));
        }

        double z(double value) {
            return deviation > 0 ? Math.clamp((value - mean) / deviation, -4, 4) : 0;
        }

        int decile(double value) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low * DECILES / sorted.length;
        }
    }

    private void encode(Population population) {
        Map<String, DoubleStream.Builder> numbers = new TreeMap<>();
        for (int i = 0; i < population.size(); i++) {
            population.customer(i).forEach((name, value) -> {
                if (value instanceof Number n) {
                    numbers.computeIfAbsent(name, k -> DoubleStream.builder()).add(n.doubleValue());
                }
            });
        }
        Map<String, Scale> scales = new TreeMap<>();
        numbers.forEach(
                (name, values) -> scales.put(name, Scale.of(values.build().toArray())));
        for (int i = 0; i < population.size(); i++) {
            shared.put(population.customer(i), encode(population.customer(i), scales));
        }
    }

    private static String encode(Map<String, Object> customer, Map<String, Scale> scales) {
        StringBuilder text = new StringBuilder("shared |U");
        new TreeMap<>(customer).forEach((name, value) -> {
            Scale scale = scales.get(name);
            if (value instanceof Number n && scale != null) {
                text.append(' ').append(clean(name)).append(':').append((float) scale.z(n.doubleValue()));
                text.append(' ').append(clean(name)).append("=d").append(scale.decile(n.doubleValue()));
            } else {
                text.append(' ').append(clean(name + "=" + value));
            }
        });
        return text.toString();
    }

    private static String clean(String text) {
        return text.replaceAll("[:| ]", "_");
    }

    @Override
    public Choice choose(long decision, Map<String, Object> customer, int[] available, int count) {
        ActionProb[] all =
                learner.predict(example(customer, available, count, -1, 0, 0)).getActionProbs();
        double left = new Draws(Draws.seed(seed, decision, 0x5657)).uniform();
        double total = 0;
        for (ActionProb each : all) {
            total += each.getProbability();
        }
        left *= total;
        ActionProb drawn = all[0];
        for (ActionProb each : all) {
            drawn = each;
            left -= each.getProbability();
            if (left < 0) {
                break;
            }
        }
        return new Choice(new int[] {available[drawn.getAction()]}, drawn.getProbability() / total);
    }

    @Override
    public void learn(long decision, Map<String, Object> customer, Choice choice, int action, boolean accepted) {
        learner.learn(example(customer, everything, line.length, action, cost(accepted ? 1 : 0), choice.probability()));
    }

    @Override
    public double[] probabilities(long row, Map<String, Object> context) {
        double[] chance = new double[line.length];
        double total = 0;
        for (ActionProb each : learner.predict(example(context, everything, line.length, -1, 0, 1))
                .getActionProbs()) {
            chance[each.getAction()] = each.getProbability();
            total += each.getProbability();
        }
        for (int a = 0; a < chance.length; a++) {
            chance[a] /= total;
        }
        return chance;
    }

    @Override
    public void learn(long row, Map<String, Object> context, int action, double propensity, double reward) {
        learner.learn(example(context, everything, line.length, action, cost(reward), propensity));
    }

    private double cost(double reward) {
        return positive ? 1 - reward : -reward;
    }

    private String[] example(
            Map<String, Object> customer, int[] available, int count, int action, double cost, double probability) {
        String[] lines = new String[count + 1];
        lines[0] = shared.get(customer);
        for (int k = 0; k < count; k++) {
            String plain = line[available[k]];
            lines[k + 1] =
                    available[k] == action ? "0:" + (float) cost + ":" + (float) probability + " " + plain : plain;
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        learner.close();
    }
}
