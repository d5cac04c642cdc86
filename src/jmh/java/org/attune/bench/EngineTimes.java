package org.attune.bench;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.internal.Deliberation;
import org.attune.decision.internal.EngineProbe;
import org.attune.history.History;
import org.attune.kernel.CustomerId;
import org.attune.strategy.LiveStrategy;

/** A decision inside the engine: the inputs are in memory, the trace is made but not stored. */
final class EngineTimes {
    private static final int PEOPLE = 500;
    private static final int WARM_UP = 5_000;
    private static final int RUNS = 10_000;

    private final DecisionHost host;

    EngineTimes(DecisionHost host) {
        this.host = host;
    }

    /** Measures with the live catalog; prints a line. */
    Map<String, Object> measure(int actions) {
        EngineProbe probe = probe();
        for (int i = 0; i < WARM_UP; i++) {
            probe.run(i).trace();
        }
        Times decide = new Times();
        Times trace = new Times();
        long bytes = 0;
        long scored = 0;
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            var result = probe.run(i);
            long decided = System.nanoTime();
            bytes += result.trace().length;
            trace.add(System.nanoTime() - decided);
            decide.add(decided - started);
            scored += EngineProbe.scored(result);
        }
        Times gate = new Times();
        for (int i = 0; i < RUNS / 2; i++) {
            long started = System.nanoTime();
            probe.stage("gate", i);
            gate.add(System.nanoTime() - started);
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("actions", actions);
        row.put("scoredMean", scored / RUNS);
        row.put("p50Micros", decide.micros(0.5));
        row.put("p99Micros", decide.micros(0.99));
        row.put("gateP50Micros", gate.micros(0.5));
        row.put("traceP50Micros", trace.micros(0.5));
        row.put("traceBytes", bytes / RUNS);
        System.out.printf(
                "  %,5d actions  p50 %,7.0f us  p99 %,7.0f us  (gate %,.0f us, trace %,.0f us and %,d bytes, %,d actions scored)%n",
                actions,
                decide.micros(0.5),
                decide.micros(0.99),
                gate.micros(0.5),
                trace.micros(0.5),
                bytes / RUNS,
                scored / RUNS);
        return row;
    }

    private EngineProbe probe() {
        EngineProbe probe = new EngineProbe(host.bean(Deliberation.class));
        Customers customers = host.bean(Customers.class);
        for (int i = 0; i < PEOPLE; i++) {
            CustomerId id = Objects.requireNonNull(customers.idOf(DecisionPeople.ref(i * 7)));
            CustomerContext customer =
                    customers.context(id, host.bean(Clock.class).instant());
            probe.add(
                    customer,
                    host.bean(History.class).pastOffers(id),
                    DecisionWorld.reason(i),
                    host.bean(Attributes.class).dictionary(),
                    host.bean(LiveStrategy.class).current(),
                    host.bean(ZoneId.class));
        }
        return probe;
    }
}
