package org.attune.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same decision while customers multiply, and for customers who were shown ever more. */
final class Growth {
    private static final int WITH_PAST = 50;

    private final DecisionHost host;
    private final DecisionPeople people;
    private final int seconds;

    Growth(DecisionHost host, DecisionPeople people, int seconds) {
        this.host = host;
        this.people = people;
        this.seconds = seconds;
    }

    /** One client and four, by number of customers in the database; prints lines. */
    List<Map<String, Object>> customers(int[] populations) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int population : populations) {
            people.grow(population);
            HttpLoad http = new HttpLoad(host.api(), population, DecisionPeople::ref);
            http.run(4, 2);
            HttpLoad.Load one = http.run(1, seconds);
            HttpLoad.Load four = http.run(4, seconds);
            System.out.printf(
                    "  %,10d customers           %,6.0f us of CPU  1 client %s  4 clients %,5.0f/s %s%n",
                    population, one.cpuMicros(), one.times(), four.perSecond(), four.times());
            rows.add(Map.of("customers", population, "one", one.figures(), "four", four.figures()));
        }
        return rows;
    }

    /** One client, by offers that each customer was shown in the last three years; prints lines. */
    List<Map<String, Object>> pasts(int[] offers) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int each : offers) {
            people.withPast(WITH_PAST, each);
            HttpLoad http = new HttpLoad(host.api(), WITH_PAST, number -> DecisionPeople.ref(each, number));
            http.run(1, 2);
            HttpLoad.Load one = http.run(1, seconds);
            Integer bytes = host.jdbc().queryForObject("""
                    SELECT coalesce(avg(length(trace)), 0)::int FROM (SELECT t.trace FROM history_trace t
                        JOIN history_decision d ON d.id = t.decision_id JOIN customer_customer c ON c.id = d.customer_id
                        WHERE c.ref LIKE 'H-%d-%%' LIMIT 1000) t
                    """.formatted(each), Integer.class);
            System.out.printf(
                    "  %,10d offers of the past  %,6.0f us of CPU  1 client %s  trace %,d bytes%n",
                    each, one.cpuMicros(), one.times(), bytes);
            rows.add(Map.of("offers", each, "one", one.figures(), "traceBytes", bytes == null ? 0 : bytes));
        }
        return rows;
    }
}
