package org.attune.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts what the shield stops: {@code attune_shield_blocks_total} by rule and state. */
@Component
public class ShieldBlocks {
    private static final String NAME = "attune.shield.blocks";

    private final MeterRegistry meters;

    ShieldBlocks(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts stopped actions; call it for decisions that are taken, not for replays and simulations. */
    public void count(Rejection rejection, int times) {
        if (rejection.stage().equals("shield")) {
            meters.counter(NAME, "rule", rejection.rule(), "state", state(rejection))
                    .increment(times);
        }
    }

    /** How many actions were stopped since the application started, by rule, most first. */
    public Map<String, Long> totals() {
        Map<String, Long> byRule = new TreeMap<>();
        for (Counter each : meters.find(NAME).counters()) {
            String rule = each.getId().getTag("rule");
            if (rule != null) {
                byRule.merge(rule, (long) each.count(), Long::sum);
            }
        }
        Map<String, Long> ordered = new LinkedHashMap<>();
        byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }

    /** The first state that forbids it; empty when no state does. */
    private static String state(Rejection rejection) {
        Object state = rejection.values().get("state");
        if (state instanceof String one) {
            return one;
        }
        return rejection.values().get("states") instanceof List<?> several && !several.isEmpty()
                ? String.valueOf(several.getFirst())
                : "";
    }
}
