package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.attune.bench.ChoosingCells.Cell;
import org.attune.simulation.engine.Agents;
import org.attune.simulation.engine.Chooser;
import org.attune.simulation.engine.Course;
import org.attune.simulation.engine.CourseSettings;
import org.attune.simulation.engine.Drift;
import org.attune.simulation.engine.InventedCustomers;
import org.attune.simulation.engine.Population;
import org.attune.simulation.engine.World;
import org.attune.simulation.engine.WorldSettings;

/**
 * What the engine chooses is worth, in worlds whose truth is known, beside Vowpal Wabbit's explorers in the same worlds: the share
 * of what the best choice gains over a random one.
 *
 * <pre>./attune bench choosing [--data FILE --label COLUMN --positive VALUE --drop a,b] [--worlds still,abrupt,gradual,agents,late]
 *     [--actions 20,200] [--decisions 100000] [--seeds 1,2,3] [--only NAME,...] [--fresh]
 * ./attune bench choosing --hillstrom FILE</pre>
 *
 * <p>Without a file the customers are invented. Results are kept in {@code target/bench/choosing.tsv} as they come: a run that was
 * broken off goes on where it was, unless it is told {@code --fresh}. Ends with 1 when the whole comparison was run and a gate is
 * missed.
 */
public final class ChoosingBench {

    private static final int BLOCKS = 100;
    private static final double MARGIN_FEW = 0.02;
    private static final double MARGIN_MANY = 0.08;

    private ChoosingBench() {}

    /** Runs what the arguments say. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = options(args);
        String hillstrom = options.get("hillstrom");
        if (hillstrom != null) {
            HillstromReplay.run(Path.of(hillstrom));
            return;
        }
        Population population = population(options);
        long decisions = Long.parseLong(options.getOrDefault("decisions", "100000"));
        List<String> seeds = List.of(options.getOrDefault("seeds", "1,2,3").split(","));
        ChoosingCells cells =
                new ChoosingCells(Path.of("target", "bench", "choosing.tsv"), options.containsKey("fresh"));
        String only = options.getOrDefault("only", "");
        boolean missed = false;
        for (String actions : options.getOrDefault("actions", "20,200").split(",")) {
            for (String world : options.getOrDefault("worlds", "still,abrupt").split(",")) {
                Map<String, List<Cell>> results = new LinkedHashMap<>();
                for (String seed : seeds) {
                    one(
                            population,
                            world,
                            Integer.parseInt(actions),
                            decisions,
                            Long.parseLong(seed),
                            only,
                            cells,
                            results);
                }
                print(world, Integer.parseInt(actions), results);
                missed |= only.isEmpty() && missed(world, Integer.parseInt(actions), results);
            }
        }
        writeJson(cells);
        if (missed) {
            System.exit(1);
        }
    }

    private static void one(
            Population population,
            String name,
            int actions,
            long decisions,
            long seed,
            String only,
            ChoosingCells cells,
            Map<String, List<Cell>> results) {
        World world = name.equals("late")
                ? withWorthyNewcomer(population, actions, seed)
                : new World(population, WorldSettings.usual(actions), drift(name, decisions), seed);
        CourseSettings plain = CourseSettings.plain(decisions, (int) Math.max(1, decisions / BLOCKS), seed);
        CourseSettings settings = switch (name) {
            case "agents" -> plain.with(Agents.HUMAN, 200);
            case "late" -> plain.withLate(1, decisions / 2);
            default -> plain;
        };
        for (Map.Entry<String, BiFunction<World, Long, Chooser>> each :
                Choosers.all().entrySet()) {
            if (!only.isEmpty() && !List.of(only.split(",")).contains(each.getKey())) {
                continue;
            }
            String key =
                    name + " " + actions + " " + decisions + " " + seed + " " + population.size() + " " + each.getKey();
            Cell cell = cells.run(
                    key,
                    new Course(world, settings),
                    name.equals("late") ? new Course(world, plain) : null,
                    () -> each.getValue().apply(world, seed),
                    Math.toIntExact(decisions),
                    actions);
            results.computeIfAbsent(each.getKey(), k -> new ArrayList<>()).add(cell);
            System.err.printf(Locale.ROOT, "%s: %.4f, %.0f us a decision%n", key, cell.share(), cell.micros());
        }
    }

    /**
     * A world whose last action, which comes late, is the best for at least an even share of the customers: whether a newcomer is
     * found can only be told of one worth finding. The first such of the seed, a thousand further, and so on.
     */
    private static World withWorthyNewcomer(Population population, int actions, long seed) {
        double[] acceptance = new double[actions];
        for (long each = seed; ; each += 1_000) {
            World world = new World(population, WorldSettings.usual(actions), Drift.NONE, each);
            int best = 0;
            for (int customer = 0; customer < population.size(); customer++) {
                world.acceptances(customer, 0, acceptance);
                boolean newcomer = true;
                for (int a = 0; a < actions - 1 && newcomer; a++) {
                    newcomer = acceptance[a] < acceptance[actions - 1];
                }
                best += newcomer ? 1 : 0;
            }
            if ((long) best * actions >= population.size()) {
                return world;
            }
        }
    }

    private static Drift drift(String world, long decisions) {
        return switch (world) {
            case "still", "agents", "late" -> Drift.NONE;
            case "abrupt" -> Drift.abrupt(decisions / 2, 0.5);
            case "gradual" -> new Drift(decisions / 4, decisions * 3 / 4, 0.5);
            default -> throw stop("There is no world '" + world + "': still, abrupt, gradual, agents, late.");
        };
    }

    private static void print(String world, int actions, Map<String, List<Cell>> results) {
        System.out.printf(
                Locale.ROOT,
                "%n%s world, %d actions: share of the best choice's gain over a random one%n",
                world,
                actions);
        System.out.printf(
                "%-20s %7s  %-28s %8s %8s %8s %8s %9s %8s%n",
                "",
                "mean",
                "by seed",
                "first 5%",
                "40-50%",
                "50-55%",
                "last 5%",
                world.equals("late") ? "answers" : "recovered",
                "us");
        results.forEach((name, cells) -> System.out.printf(
                Locale.ROOT,
                "%-20s %7.4f  %-28s %8.3f %8.3f %8.3f %8.3f %9s %8.0f%n",
                name,
                mean(cells),
                cells.stream()
                        .map(c -> String.format(Locale.ROOT, "%.4f", c.share()))
                        .collect(Collectors.joining(" ")),
                between(cells, 0, 5),
                between(cells, 40, 50),
                between(cells, 50, 55),
                between(cells, 95, 100),
                after(world, cells),
                cells.stream().mapToDouble(Cell::micros).average().orElse(0)));
    }

    private static String after(String world, List<Cell> cells) {
        return switch (world) {
            case "abrupt" -> recovered(cells);
            case "late" ->
                String.format(
                        Locale.ROOT,
                        "%.0f %.2f",
                        cells.stream().mapToDouble(Cell::arrival).average().orElse(Double.NaN),
                        cells.stream().mapToDouble(Cell::found).average().orElse(Double.NaN));
            default -> "";
        };
    }

    /** Hundredths of the run after the change until three in a row reach nine tenths of what it was before. */
    private static String recovered(List<Cell> cells) {
        double wanted = 0.9 * between(cells, 40, 50);
        for (int block = 50; block + 3 <= BLOCKS; block++) {
            if (between(cells, block, block + 3) >= wanted) {
                return (block - 50) + " %";
            }
        }
        return "never";
    }

    private static boolean missed(String world, int actions, Map<String, List<Cell>> results) {
        double best = Choosers.VOWPAL.keySet().stream()
                .filter(results::containsKey)
                .mapToDouble(name -> mean(results.get(name)))
                .max()
                .orElse(Double.NaN);
        double margin = world.equals("still") ? actions >= 100 ? MARGIN_MANY : MARGIN_FEW : 0;
        boolean missed = false;
        for (String name : List.of(Choosers.POSTERIOR, Choosers.INVERSE_GAP, Choosers.GREEDY)) {
            double ahead = mean(results.get(name)) - best;
            boolean passes = ahead >= margin;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %+.4f against the best of Vowpal Wabbit, wanted %+.2f: %s%n",
                    name,
                    ahead,
                    margin,
                    passes ? "met" : "missed");
            missed |= name.equals(Choosers.GREEDY) == passes && (!name.equals(Choosers.INVERSE_GAP) || passes);
        }
        if (world.equals("late")) {
            double answers = Objects.requireNonNull(results.get(Choosers.POSTERIOR)).stream()
                    .mapToDouble(Cell::arrival)
                    .average()
                    .orElse(Double.NaN);
            missed |= !(answers <= Arrival.ANSWERS);
            System.out.printf(
                    Locale.ROOT,
                    "a new action has nine tenths of its share after %.0f of its answers, wanted %d: %s%n",
                    answers,
                    Arrival.ANSWERS,
                    answers <= Arrival.ANSWERS ? "met" : "missed");
        }
        return missed;
    }

    private static double mean(List<Cell> cells) {
        return cells.stream().mapToDouble(Cell::share).average().orElse(Double.NaN);
    }

    private static double between(List<Cell> cells, int from, int to) {
        return cells.stream().mapToDouble(c -> c.between(from, to)).average().orElse(Double.NaN);
    }

    private static Population population(Map<String, String> options) throws IOException {
        String file = options.get("data");
        if (file == null) {
            return InventedCustomers.of(20_000, 7);
        }
        String label = options.get("label");
        String positive = options.get("positive");
        if (label == null || positive == null) {
            throw stop("--data needs --label COLUMN and --positive VALUE, too.");
        }
        return CampaignFile.read(
                Path.of(file),
                label,
                positive,
                List.of(options.getOrDefault("drop", "").split(",")));
    }

    static Map<String, String> options(String[] args) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                throw stop("Not an option: " + args[i]);
            }
            boolean flag = i + 1 == args.length || args[i + 1].startsWith("--");
            options.put(args[i].substring(2), flag ? "" : args[++i]);
        }
        return options;
    }

    static IllegalArgumentException stop(String words) {
        System.err.println(words);
        System.exit(2);
        return new IllegalArgumentException(words);
    }

    private static void writeJson(ChoosingCells cells) throws IOException {
        StringBuilder json = new StringBuilder("[\n");
        for (Cell cell : cells.all()) {
            json.append(json.length() > 2 ? ",\n" : "")
                    .append(String.format(
                            Locale.ROOT,
                            "  {\"cell\": \"%s\", \"share\": %.5f, \"reward\": %.5f, \"random\": %.5f, \"oracle\": %.5f, \"micros\": %.1f}",
                            cell.key(),
                            cell.share(),
                            cell.reward(),
                            cell.random(),
                            cell.oracle(),
                            cell.micros()));
        }
        Files.writeString(Path.of("target", "bench", "choosing.json"), json.append("\n]\n"));
    }
}
