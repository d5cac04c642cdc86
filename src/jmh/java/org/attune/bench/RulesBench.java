package org.attune.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.SignalFact;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.policy.Facts;
import org.attune.policy.RuleBook;
import org.attune.policy.RuleCompiler;

/**
 * Two hundred rules of four clauses over sixty attributes, judged for one customer after another: Attune's own evaluation beside
 * the expression library's runtime and Drools, on the same rules and the same values; and what compiling them costs.
 *
 * <p>Argument: the number of rounds, 15 when left out. All contenders run in each round, one after the other; figures are medians
 * over the rounds, of the CPU time of the one thread that judges; compiling is wall time, since Drools and the virtual machine use
 * more threads. Ends with 1 when verdicts differ or when Attune is not ahead of both.
 */
public final class RulesBench {
    private static final int RULES = 200;
    private static final int CUSTOMERS = 256;
    private static final long SLICE = 300_000_000L;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RuleSet rules = new RuleSet(RULES, 20261122);
    private final List<Map<String, Object>> customers = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    RulesBench() {
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(rules.customer());
        }
    }

    private interface Contender {
        BitSet judge(int customer) throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        RulesBench bench = new RulesBench();
        boolean ahead = bench.compare(rounds, 4);
        bench.writeJson();
        System.exit(ahead ? 0 : 1);
    }

    /** What was measured, by name. */
    Map<String, Object> figures() {
        return figures;
    }

    /**
     * Compares the contenders.
     *
     * @param compilations how often Drools compiles all rules
     * @return whether Attune is ahead of all in judging and compiling
     */
    boolean compare(int rounds, int compilations) throws Exception {
        boolean compiling = compileTimes(compilations);
        RuleCompiler compiler = new RuleCompiler(RuleSet.dictionary());
        RuleBook.Draft draft = RuleBook.draft(compiler);
        rules.cel().forEach(draft::index);
        RuleBook book = draft.finish();
        List<Facts> facts = customers.stream().map(Facts::new).toList();
        CelRules cel = new CelRules(rules.cel(), RuleSet.dictionary());
        try (DroolsRules drools = new DroolsRules(rules.drl())) {
            List<Object> beans = new ArrayList<>();
            for (Map<String, Object> each : customers) {
                beans.add(drools.fact(each));
            }
            Map<String, Contender> contenders = new LinkedHashMap<>();
            contenders.put("Attune, from a map of values", i -> judged(book, new Facts(customers.get(i))));
            contenders.put("Attune, values at their slots", i -> judged(book, facts.get(i)));
            contenders.put("CEL planner runtime, map", i -> cel.fromMap(customers.get(i)));
            contenders.put("CEL planner runtime, resolver", i -> cel.fromResolver(customers.get(i)));
            contenders.put("Drools 10.2, session kept", i -> drools.keptSession(beans.get(i)));
            contenders.put("Drools 10.2, session of its own", i -> drools.freshSession(beans.get(i)));
            double held = agree(contenders);
            boolean evaluating = evaluationTimes(contenders, rounds, held);
            factsTime();
            return evaluating && compiling;
        }
    }

    private static BitSet judged(RuleBook book, Facts facts) {
        RuleBook.Evaluation evaluation = book.evaluation(facts);
        BitSet held = new BitSet();
        for (int i = 0; i < book.size(); i++) {
            if (evaluation.passes(i)) {
                held.set(i);
            }
        }
        return held;
    }

    /** All contenders say the same about every customer; answers the share of rules that hold. */
    private double agree(Map<String, Contender> contenders) throws Exception {
        long held = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            BitSet expected = null;
            for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                BitSet verdicts = each.getValue().judge(i);
                if (expected != null && !expected.equals(verdicts)) {
                    throw new IllegalStateException(each.getKey() + " differs for customer " + i);
                }
                expected = verdicts;
            }
            held += expected == null ? 0 : expected.cardinality();
        }
        double share = (double) held / CUSTOMERS / RULES;
        System.out.printf(
                Locale.ROOT,
                "%nAll contenders agree on %d rules x %d customers; %.1f %% of the rules hold.%n",
                RULES,
                CUSTOMERS,
                100 * share);
        return share;
    }

    private boolean evaluationTimes(Map<String, Contender> contenders, int rounds, double held) throws Exception {
        List<String> names = new ArrayList<>(contenders.keySet());
        double[][] micros = new double[names.size()][rounds];
        long[] bytes = new long[names.size()];
        for (int round = -3; round < rounds; round++) {
            for (int i = 0; i < names.size(); i++) {
                Contender contender = contenders.get(names.get(i));
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long start = THREADS.getCurrentThreadCpuTime();
                int count = 0;
                while (THREADS.getCurrentThreadCpuTime() - start < SLICE) {
                    for (int k = 0; k < 64; k++) {
                        sink += contender.judge(count++ % CUSTOMERS).cardinality();
                    }
                }
                if (round >= 0) {
                    micros[i][round] = (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / count;
                    bytes[i] = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / count;
                }
            }
        }
        double ours = median(micros[0]);
        System.out.printf(
                "%n%-34s %12s %12s %12s %10s%n", RULES + " rules, one customer", "us", "ns a rule", "bytes", "ratio");
        boolean ahead = true;
        for (int i = 0; i < names.size(); i++) {
            double each = median(micros[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %12.2f %12.1f %12d %10.1f%n",
                    names.get(i),
                    each,
                    each * 1000 / RULES,
                    bytes[i],
                    each / ours);
            figures.put("evaluate, us: " + names.get(i), each);
            figures.put("evaluate, bytes: " + names.get(i), bytes[i]);
            ahead &= i < 2 || each > ours;
        }
        figures.put("share of rules that hold", held);
        return ahead;
    }

    private static volatile long sink;

    /** Collecting what rules see of a customer: sixty attributes, twenty signals, fifty past offers. */
    private void factsTime() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Map<String, AttributeValue> attributes = new HashMap<>();
        customers.getFirst().forEach((key, value) -> attributes.put(key, new AttributeValue(value, now, "bench")));
        List<SignalFact> signals = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            signals.add(new SignalFact("signal" + i % 8, now.minus(Duration.ofDays(i)), "bench", Map.of()));
        }
        List<PastOffer> past = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            past.add(new PastOffer(
                    "action" + i % 12,
                    "issue" + i % 4,
                    "group" + i % 6,
                    Channel.WEB,
                    Outcome.values()[i % 6],
                    now.minus(Duration.ofDays(i)),
                    null));
        }
        CustomerContext customer = new CustomerContext(
                new CustomerId(new UUID(1, 1)),
                now,
                "C-1",
                "Robin",
                Language.EN,
                List.of(),
                attributes,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                signals);
        double[] micros = new double[15];
        for (int round = 0; round < micros.length; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < 5_000; i++) {
                sink += Facts.of(customer, past, "billing", "branch", Map.of())
                        .values()
                        .size();
            }
            micros[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / 5_000;
        }
        double median = median(Arrays.copyOfRange(micros, 5, micros.length));
        System.out.printf(Locale.ROOT, "%nfacts of a customer, once per decision: %.1f us%n", median);
        figures.put("facts of a customer, us", median);
    }

    private boolean compileTimes(int compilations) throws Exception {
        System.out.printf("%n%-46s %12s %12s%n", "compile " + RULES + " rules, ms", "first", "warm");
        double[] ours = timed("Attune (read, checked, translated)", 12, () -> {
            RuleBook.Draft draft = RuleBook.draft(new RuleCompiler(RuleSet.dictionary()));
            rules.cel().forEach(draft::index);
            sink += draft.finish().size();
        });
        double[] drools =
                timed("Drools 10.2 (executable model)", compilations, () -> new DroolsRules(rules.drl()).close());
        edit();
        return ours[0] < drools[0] && ours[1] < drools[1];
    }

    /** One rule of three thousand is new: the others are known to the compiler. */
    private void edit() throws Exception {
        RuleCompiler compiler = new RuleCompiler(RuleSet.dictionary());
        List<String> many = new ArrayList<>(new RuleSet(3_000, 7).cel());
        timed("Attune, 3,000 rules, all new", 1, () -> many.forEach(RuleBook.draft(compiler)::index));
        int[] count = new int[1];
        timed("Attune, 3,000 rules, one of them new", 20, () -> {
            many.set(1_500, "number1 > " + count[0]++);
            RuleBook.Draft draft = RuleBook.draft(compiler);
            many.forEach(draft::index);
            sink += draft.finish().size();
        });
    }

    private double[] timed(String name, int times, Work work) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double warm = median(Arrays.copyOfRange(millis, times / 2, times));
        System.out.printf(Locale.ROOT, "%-46s %12.1f %12.1f%n", name, millis[0], warm);
        figures.put("compile, first, ms: " + name, millis[0]);
        figures.put("compile, warm, ms: " + name, warm);
        return new double[] {millis[0], warm};
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void writeJson() throws IOException {
        StringBuilder json = new StringBuilder("{\n");
        figures.forEach((name, value) -> json.append(json.length() > 2 ? ",\n" : "")
                .append(String.format(Locale.ROOT, "  \"%s\": %s", name, value)));
        Path out = Path.of("target", "bench", "rules.json");
        Files.createDirectories(out.getParent());
        Files.writeString(out, json.append("\n}\n"));
        System.out.println("\nwritten to " + out);
    }
}
