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
    public record Check(Persona.Expectation expectation, Verdict verdict, LocalText found) {
        /** Whether it speaks against the strategy. */
        public boolean failed() {
            return verdict == Verdict.FAILED;
        }
    }

    /** What a check says. */
    public enum Verdict {
        PASSED,
        FAILED,
        /** What was expected is off by its kill switch: that is nobody's mistake and blocks nothing. */
        PAUSED
    }

    /** Whether nothing came out otherwise than expected. */
    public boolean passed() {
        return checks.stream().noneMatch(Check::failed);
    }
}
