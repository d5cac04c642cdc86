package org.attune.simulation.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a world: what learners may read of each, and the same as traits, the numbers that the truth is made of.
 * A number is a trait by its z-score, held within three; each category is a trait that is 1 or 0.
 */
public final class Population {

    private static final double MAX_Z = 3;

    /** More values than this are names, not categories, and have no part in the truth. */
    private static final int MAX_CATEGORIES = 50;

    private final List<Map<String, Object>> customers;
    private final boolean @Nullable [] accepted;
    private final List<String> traits = new ArrayList<>();
    private final List<String> owner = new ArrayList<>();
    private final double[][] values;

    private Population(List<Map<String, Object>> customers, boolean @Nullable [] accepted) {
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("A population needs customers");
        }
        this.customers = List.copyOf(customers);
        this.accepted = accepted;
        values = read();
    }

    /** @param customers predictor to Double, String or Boolean; an absent predictor is missing */
    public static Population of(List<Map<String, Object>> customers) {
        return new Population(customers, null);
    }

    /**
     * Customers who once answered a real campaign: the world's common part is fitted to that.
     *
     * @param accepted one per customer
     */
    public static Population of(List<Map<String, Object>> customers, boolean[] accepted) {
        if (customers.size() != accepted.length) {
            throw new IllegalArgumentException(customers.size() + " customers, but " + accepted.length + " answers");
        }
        return new Population(customers, accepted.clone());
    }

    /** How many customers there are. */
    public int size() {
        return customers.size();
    }

    /** What may be known of a customer. */
    public Map<String, Object> customer(int index) {
        return customers.get(index);
    }

    /** What they answered to the campaign, null when there was none. */
    boolean @Nullable [] accepted() {
        return accepted;
    }

    /** How many traits there are. */
    int traits() {
        return traits.size();
    }

    /** Whether two traits come from one predictor: they say nothing together. */
    boolean related(int a, int b) {
        return owner.get(a).equals(owner.get(b));
    }

    /** A customer's traits; not to be written to. */
    double[] traits(int customer) {
        return values[customer];
    }

    private double[][] read() {
        SortedMap<String, double[]> moments = new TreeMap<>();
        SortedMap<String, Set<String>> categories = new TreeMap<>();
        for (Map<String, Object> customer : customers) {
            customer.forEach((name, value) -> {
                if (value instanceof Number n) {
                    double[] m = moments.computeIfAbsent(name, k -> new double[3]);
                    m[0]++;
                    m[1] += n.doubleValue();
                    m[2] += n.doubleValue() * n.doubleValue();
                } else {
                    categories.computeIfAbsent(name, k -> new TreeSet<>()).add(value.toString());
                }
            });
        }
        Map<String, Integer> number = new HashMap<>();
        moments.keySet().forEach(name -> number.put(name, add(name, name)));
        Set<String> ignored = new HashSet<>();
        categories.forEach((name, all) -> {
            if (all.size() > MAX_CATEGORIES) {
                ignored.add(name);
            } else {
                all.forEach(value -> number.put(name + "=" + value, add(name, name + "=" + value)));
            }
        });
        double[][] rows = new double[customers.size()][traits.size()];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            customers.get(i).forEach((name, value) -> {
                if (value instanceof Number n) {
                    row[Objects.requireNonNull(number.get(name))] =
                            z(n.doubleValue(), Objects.requireNonNull(moments.get(name)));
                } else if (!ignored.contains(name)) {
                    row[Objects.requireNonNull(number.get(name + "=" + value))] = 1;
                }
            });
        }
        return rows;
    }

    private int add(String predictor, String trait) {
        owner.add(predictor);
        traits.add(trait);
        return traits.size() - 1;
    }

    private static double z(double value, double[] moments) {
        double mean = moments[1] / moments[0];
        double variance = moments[2] / moments[0] - mean * mean;
        return variance > 1e-12 ? Math.clamp((value - mean) / Math.sqrt(variance), -MAX_Z, MAX_Z) : 0;
    }
}
