package org.attune.insight.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.history.Served;
import org.jspecify.annotations.Nullable;

/**
 * Finds for whom there is little to propose: nothing, or nothing half as likely to be welcome as with the middle customer. Looks at one
 * fact at a time, numbers by quarters. Only what stands out by four standard errors, in fifty decisions or more and by a quarter, is
 * told: some thousand facts may be looked at before chance alone brings one (Bonferroni).
 */
public final class Underserved {
    private static final int LEAST = 50;
    private static final double ERRORS = 4;
    private static final double STANDS_OUT = 1.25;
    private static final int TOLD = 3;
    private static final int FEW = 6;

    private Underserved() {}

    /**
     * Customers who share a fact.
     *
     * @param key the predictor
     * @param value text or yes/no; null for a number
     * @param from lower end of a number, included; null for no lower end
     * @param to upper end of a number, not included; null for no upper end
     * @param decisions how many decisions
     * @param share of these that had little to propose
     * @param others the same share of all other decisions
     */
    public record Group(
            String key,
            @Nullable Object value,
            @Nullable Double from,
            @Nullable Double to,
            long decisions,
            double share,
            double others) {}

    private record Fact(
            String key,
            @Nullable Object value,
            @Nullable Double from,
            @Nullable Double to) {}

    /** At most three groups, those first who stand for most decisions with little to propose; each fact once. */
    public static List<Group> find(List<Served> decisions) {
        double[] best = decisions.stream()
                .mapToDouble(Served::best)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        double little = best.length == 0 ? 0 : best[best.length / 2] / 2;
        Map<String, double[]> cuts = cuts(decisions);
        Map<Fact, long[]> counts = new LinkedHashMap<>();
        long all = 0;
        for (Served each : decisions) {
            boolean poor = each.best() <= 0 || each.best() < little;
            all += poor ? 1 : 0;
            each.situation().forEach((key, value) -> {
                long[] count = counts.computeIfAbsent(fact(key, value, cuts.get(key)), fact -> new long[2]);
                count[0]++;
                count[1] += poor ? 1 : 0;
            });
        }
        return told(counts, decisions.size(), all);
    }

    private static List<Group> told(Map<Fact, long[]> counts, long decisions, long poor) {
        List<Group> found = new ArrayList<>();
        counts.forEach((fact, count) -> {
            long n = count[0];
            long rest = decisions - n;
            if (n >= LEAST && rest >= LEAST) {
                double share = (double) count[1] / n;
                double others = (double) (poor - count[1]) / rest;
                double pooled = (double) poor / decisions;
                double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / n + 1.0 / rest));
                if (error > 0 && (share - others) / error > ERRORS && share >= STANDS_OUT * others) {
                    found.add(new Group(fact.key, fact.value, fact.from, fact.to, n, share, others));
                }
            }
        });
        found.sort(Comparator.comparingDouble((Group each) -> -each.decisions * (each.share - each.others))
                .thenComparing(Group::key));
        Set<String> said = new HashSet<>();
        return found.stream().filter(each -> said.add(each.key)).limit(TOLD).toList();
    }

    private static Fact fact(String key, Object value, double @Nullable [] cuts) {
        if (!(value instanceof Number number) || cuts == null) {
            return new Fact(key, value instanceof Number number ? (Object) number.doubleValue() : value, null, null);
        }
        double x = number.doubleValue();
        int place = 0;
        while (place < cuts.length && x >= cuts[place]) {
            place++;
        }
        return new Fact(key, null, place == 0 ? null : cuts[place - 1], place == cuts.length ? null : cuts[place]);
    }

    /** Where a number is cut into quarters; numbers of few values are not cut. */
    private static Map<String, double[]> cuts(List<Served> decisions) {
        Map<String, List<Double>> numbers = new HashMap<>();
        for (Served each : decisions) {
            each.situation().forEach((key, value) -> {
                if (value instanceof Number number) {
                    numbers.computeIfAbsent(key, first -> new ArrayList<>()).add(number.doubleValue());
                }
            });
        }
        Map<String, double[]> cuts = new HashMap<>();
        numbers.forEach((key, values) -> {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            if (Arrays.stream(sorted).distinct().count() > FEW) {
                cuts.put(
                        key,
                        Arrays.stream(new int[] {1, 2, 3})
                                .mapToDouble(quarter -> sorted[sorted.length * quarter / 4])
                                .distinct()
                                .toArray());
            }
        });
        return cuts;
    }
}
