package org.attune.policy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what the shield stops: {@code attune_shield_blocks_total} by rule and state. */
@Component
public class ShieldBlocks {
    private final MeterRegistry meters;

    ShieldBlocks(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one stopped action; call it for decisions that are taken, not for replays and simulations. */
    public void count(Rejection rejection) {
        if (rejection.stage().equals("shield")) {
            meters.counter("attune.shield.blocks", "rule", rejection.rule(), "state", state(rejection))
                    .increment();
        }
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
