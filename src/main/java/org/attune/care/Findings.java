package org.attune.care;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the benefits finder can say for the answers so far.
 *
 * @param findings likely ones first, then those to check, then the others
 * @param next the question that can still change most, null when none can change anything
 * @param canChange how many answers it can settle
 */
public record Findings(List<Finding> findings, @Nullable Question next, int canChange) {
    /** Never a promise: whoever decides is the source of the aid. */
    public enum Says {
        LIKELY,
        CHECK,
        NO
    }

    /**
     * About one aid.
     *
     * @param because keys of the questions that decided it; for {@link Says#CHECK} those that are still open
     */
    public record Finding(Benefit benefit, Says says, List<String> because) {}

    public Findings {
        findings = List.copyOf(findings);
    }

    /** How many aids of a kind. */
    public long count(Says says) {
        return findings.stream().filter(each -> each.says() == says).count();
    }
}
