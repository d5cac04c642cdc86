package org.attune.simulation;

import java.util.List;
import org.attune.decision.Decision;
import org.attune.kernel.LocalText;
import org.attune.strategy.Persona;

/**
 * What came out for a persona.
 *
 * @param decision the whole list and what was dropped
 * @param checks one per expectation, in their order
 */
public record PersonaResult(Persona persona, Decision decision, List<Check> checks) {
    /**
     * One expectation held against what came out.
     *
     * @param found what came out instead and why; what fits when it passed
     */
    public record Check(Persona.Expectation expectation, boolean passed, LocalText found) {}

    /** Whether everything came out as expected. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
