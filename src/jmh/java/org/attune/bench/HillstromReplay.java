package org.attune.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.engine.Exploration;
import org.attune.bench.CampaignFile.Table;
import org.attune.learning.engine.ModelPath;
import org.attune.simulation.engine.LoggedRow;
import org.attune.simulation.engine.Policy;
import org.attune.simulation.engine.PolicyReplay;
import org.attune.simulation.engine.Population;

/**
 * The MineThatData e-mail challenge (Hillstrom 2008): three arms dealt out evenly, replayed on the visits in several random orders.
 * Gate: at least .181 with a standard deviation over the orders of at most .001.
 */
final class HillstromReplay {

    private static final int ORDERS = 10;
    private static final double GATE = 0.181;
    private static final double STEADY = 0.001;

    private HillstromReplay() {}

    static void run(Path file) throws IOException {
        Table table = Table.read(file);
        int arm = table.column("segment");
        int visit = table.column("visit");
        List<String> arms = new ArrayList<>(new TreeSet<>(
                table.rows().stream().map(r -> r.getField(arm).strip()).toList()));
        List<Map<String, Object>> contexts = table.situations(List.of("segment", "visit", "conversion", "spend"));
        List<LoggedRow> rows = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            rows.add(new LoggedRow(
                    contexts.get(i),
                    arms.indexOf(table.rows().get(i).getField(arm).strip()),
                    1.0 / arms.size(),
                    Double.parseDouble(table.rows().get(i).getField(visit))));
        }
        PolicyReplay all = new PolicyReplay(rows, arms.size());
        System.out.printf(
                Locale.ROOT, "as it was dealt out: %.4f%n", all.logged().value());
        for (int a = 0; a < arms.size(); a++) {
            System.out.printf(
                    Locale.ROOT,
                    "always %s: %.4f%n",
                    arms.get(a),
                    all.constant(a).value());
        }
        Population population = Population.of(contexts);
        List<ModelPath> paths =
                arms.stream().map(a -> new ModelPath("campaign", "e-mail", a)).toList();
        boolean met = false;
        for (Map.Entry<String, LongFunction<Policy>> each :
                policies(population, paths).entrySet()) {
            double[] values = new double[ORDERS];
            for (int order = 0; order < ORDERS; order++) {
                List<LoggedRow> shuffled = new ArrayList<>(rows);
                Collections.shuffle(shuffled, new Random(order));
                Policy policy = each.getValue().apply(order);
                values[order] = new PolicyReplay(shuffled, arms.size())
                        .replay(policy, order)
                        .value();
                if (policy instanceof VowpalChooser vowpal) {
                    vowpal.close();
                }
            }
            double mean = Arrays.stream(values).average().orElse(0);
            double deviation = Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (ORDERS - 1));
            System.out.printf(
                    Locale.ROOT, "%-20s %.4f, deviation over %d orders %.4f%n", each.getKey(), mean, ORDERS, deviation);
            met |= !each.getKey().equals(Choosers.GREEDY)
                    && each.getKey().startsWith("attune")
                    && mean >= GATE
                    && deviation <= STEADY;
        }
        System.out.println(met ? "gate met" : "gate missed");
        if (!met) {
            System.exit(1);
        }
    }

    /** By name: a new policy for each order. */
    static Map<String, LongFunction<Policy>> policies(Population population, List<ModelPath> paths) {
        Map<String, LongFunction<Policy>> all = new LinkedHashMap<>();
        all.put(Choosers.POSTERIOR, seed -> Choosers.product(ExplorationMethod.POSTERIOR.rule(0.5), paths, seed));
        all.put(Choosers.INVERSE_GAP, seed -> Choosers.product(ExplorationMethod.INVERSE_GAP.rule(0.5), paths, seed));
        all.put(Choosers.GREEDY, seed -> Choosers.product(Exploration.NONE, paths, seed));
        Choosers.VOWPAL.forEach(
                (name, options) -> all.put(name, seed -> new VowpalChooser(population, paths, options, seed)));
        return all;
    }
}
