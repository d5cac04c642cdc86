package org.attune.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.attune.arbitration.ExplorationMethod;
import org.attune.bench.CampaignFile.Table;
import org.attune.learning.engine.ModelPath;
import org.attune.simulation.engine.EngineChooser;
import org.attune.simulation.engine.LoggedRow;
import org.attune.simulation.engine.Policy;
import org.attune.simulation.engine.PolicyReplay;
import org.attune.simulation.engine.PolicyReplay.Estimates;
import org.attune.simulation.engine.PolicyValue;
import org.attune.simulation.engine.Population;

/**
 * The product's engine on the log of somebody else's decisions: {@code ./attune bench learning --policy-log FILE}, a CSV with the
 * columns {@code action}, {@code propensity} and {@code reward}; all other columns are context. An even log is replayed with
 * rejection, any other is weighed by inverse propensities.
 */
public final class PolicyLog {

    private static final int MOST_ACTIONS = 1000;

    private PolicyLog() {}

    /**
     * Reads the file of the option {@code policy-log} and prints what each policy would be worth.
     *
     * @param options {@code policy-log}, and optionally {@code drop} with columns that are no context, separated by commas
     */
    public static void run(Map<String, String> options) throws IOException {
        Path file = Path.of(options.getOrDefault("policy-log", ""));
        Table table = Table.read(file);
        List<String> without =
                new ArrayList<>(List.of(options.getOrDefault("drop", "").split(",")));
        without.addAll(List.of("action", "propensity", "reward"));
        List<Map<String, Object>> contexts = table.situations(without);
        List<String> actions = actions(table);
        List<LoggedRow> rows = rows(table, contexts, actions);
        PolicyReplay replay = new PolicyReplay(rows, actions.size());
        boolean even = replay.even();
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %d actions, %d columns of context; %s%n",
                rows.size(),
                actions.size(),
                table.names().size()
                        - table.names().stream().filter(without::contains).count(),
                even
                        ? "dealt out evenly: replayed with rejection"
                        : "not dealt out evenly: weighed by inverse propensities, learning from every row");
        System.out.printf(
                "%-34s %9s  %-21s %10s %9s %9s%n", "", "value", "95 % interval", "effective", "heaviest", "rows");
        print("as logged", replay.logged());
        for (int a = 0; a < actions.size(); a++) {
            print("always " + actions.get(a), replay.constant(a));
        }
        Population population = Population.of(contexts);
        List<ModelPath> paths =
                actions.stream().map(a -> new ModelPath("log", "log", a)).toList();
        for (Map.Entry<String, LongFunction<Policy>> each :
                HillstromReplay.policies(population, paths).entrySet()) {
            Policy policy = each.getValue().apply(1);
            if (even) {
                print(each.getKey(), replay.replay(policy, 1));
            } else {
                weigh(each.getKey(), replay, policy, paths);
            }
            if (policy instanceof VowpalChooser vowpal) {
                vowpal.close();
            }
        }
    }

    private static void weigh(String name, PolicyReplay replay, Policy policy, List<ModelPath> paths) {
        // One judge for all: the same expectations for every policy's doubly robust estimate.
        EngineChooser judge = Choosers.product(ExplorationMethod.POSTERIOR.rule(0.5), paths, 1);
        Policy both = new Policy() {
            @Override
            public double[] probabilities(long row, Map<String, Object> context) {
                return policy.probabilities(row, context);
            }

            @Override
            public void learn(long row, Map<String, Object> context, int action, double propensity, double reward) {
                policy.learn(row, context, action, propensity, reward);
                judge.learn(row, context, action, propensity, reward);
            }
        };
        Estimates estimates = replay.weigh(both, judge::expected);
        print(name + ", IPS", estimates.ips());
        print(name + ", self-normalised", estimates.snips());
        print(name + ", doubly robust", estimates.doublyRobust());
    }

    private static void print(String name, PolicyValue value) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %9.4f  [%9.4f, %9.4f] %10.0f %9.2f %9d%s%n",
                name,
                value.value(),
                value.low(),
                value.high(),
                value.effective(),
                value.heaviest(),
                value.rows(),
                value.supported() ? "" : "  too little for a verdict");
    }

    private static List<String> actions(Table table) {
        int column = table.column("action");
        TreeSet<String> actions = new TreeSet<>();
        table.rows().forEach(r -> actions.add(r.getField(column).strip()));
        if (actions.contains("")) {
            throw ChoosingBench.stop("Some rows have no action.");
        }
        if (actions.size() < 2 || actions.size() > MOST_ACTIONS) {
            throw ChoosingBench.stop("The column 'action' holds " + actions.size() + " different actions; 2 to "
                    + MOST_ACTIONS + " can be compared.");
        }
        return List.copyOf(actions);
    }

    private static List<LoggedRow> rows(Table table, List<Map<String, Object>> contexts, List<String> actions) {
        int action = table.column("action");
        int propensity = table.column("propensity");
        int reward = table.column("reward");
        List<LoggedRow> rows = new ArrayList<>(contexts.size());
        for (int i = 0; i < contexts.size(); i++) {
            List<String> fields = table.rows().get(i).getFields();
            double p = number(fields.get(propensity), "propensity", i);
            if (!(p > 0 && p <= 1)) {
                throw ChoosingBench.stop("Row " + (i + 1) + ": a propensity lies above 0 and up to 1, not " + p + ".");
            }
            double r = number(fields.get(reward), "reward", i);
            rows.add(new LoggedRow(
                    contexts.get(i), actions.indexOf(fields.get(action).strip()), p, r));
        }
        return rows;
    }

    private static double number(String text, String column, int row) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw ChoosingBench.stop(
                "Row " + (row + 1) + ": '" + text + "' in the column '" + column + "' is not a number.");
    }
}
