package org.attune.catalog;

import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A way that customers go, in stages: context for rules and weights, never a script that forces a next step.
 *
 * @param stages in their usual order
 */
public record Journey(String key, LocalText label, List<Stage> stages) {
    public Journey {
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** The stage of a key, null when there is none. */
    public @Nullable Stage stage(String key) {
        return stages.stream().filter(s -> s.key().equals(key)).findFirst().orElse(null);
    }

    /**
     * One stage. What brings a customer into it is a signal, or a state that lasts.
     *
     * @param signals types of signals that bring a customer into it
     * @param states keys of states during which a customer is in it, whatever signals say
     * @param days after so many days without another signal the customer has left the journey, null for never
     */
    public record Stage(
            String key,
            LocalText label,
            List<String> signals,
            List<String> states,
            @Nullable Integer days) {
        public Stage {
            signals = signals == null ? List.of() : List.copyOf(signals);
            states = states == null ? List.of() : List.copyOf(states);
        }
    }
}
