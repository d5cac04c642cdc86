package org.attune.simulation.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.engine.Draws;

/** Customers of a telecom company who never lived: numbers, categories, some of them missing, some of them related. */
public final class InventedCustomers {

    private static final String[] CONTRACTS = {"monthly", "one year", "two years"};
    private static final String[] PRODUCTS = {"mobile", "fibre", "cable", "bundle"};
    private static final String[] REGIONS = {"north", "east", "south", "west", "capital", "islands"};
    private static final String[] REASONS = {"billing", "technical", "leaving", "upgrade", "moving", "information"};

    private InventedCustomers() {}

    /** So many customers; the same seed makes the same people. */
    public static Population of(int count, long seed) {
        List<Map<String, Object>> all = new ArrayList<>(count);
        Draws draws = new Draws(Draws.seed(seed, 0x43757374L));
        for (int i = 0; i < count; i++) {
            all.add(one(draws));
        }
        return Population.of(all);
    }

    private static Map<String, Object> one(Draws draws) {
        Map<String, Object> customer = new HashMap<>();
        double tenure = StrictMath.floor(StrictMath.exp(3 + draws.gaussian()));
        double usage = StrictMath.exp(2 + draws.gaussian());
        String product = PRODUCTS[draws.below(PRODUCTS.length)];
        customer.put("tenureMonths", tenure);
        customer.put("product", product);
        customer.put("contract", CONTRACTS[Math.min(2, draws.below(2 + (tenure > 24 ? 2 : 0)))]);
        customer.put("monthlyBill", 20 + 2 * usage + (product.equals("bundle") ? 25 : 0) + 5 * draws.gaussian());
        if (draws.uniform() < 0.9) {
            customer.put("dataUsage", usage);
        }
        customer.put("daysLate", Math.max(0, StrictMath.floor(12 * draws.gaussian() - 10)));
        customer.put("complaints", (double) draws.below(1 + draws.below(4)));
        customer.put("region", REGIONS[draws.below(REGIONS.length)]);
        customer.put("reason", REASONS[draws.below(REASONS.length)]);
        customer.put("usesApp", draws.uniform() < (usage > 8 ? 0.7 : 0.4));
        return customer;
    }
}
