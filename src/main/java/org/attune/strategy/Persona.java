package org.attune.strategy;

import java.util.List;
import org.attune.kernel.LocalText;

/**
 * An invented customer and what must come out for them: a test that a strategy has to pass before it goes live.
 *
 * @param never actions that must never be proposed
 */
public record Persona(String key, LocalText label, List<String> never) {
    public Persona {
        never = never == null ? List.of() : List.copyOf(never);
    }
}
