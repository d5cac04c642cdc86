package org.attune.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A compiled, type-checked rule. Immutable and safe to share between threads. */
public final class Rule {
    private final String source;
    private final Program program;

    Rule(String source, Program program) {
        this.source = source;
        this.program = program;
    }

    /** The rule as written. */
    public String source() {
        return source;
    }

    /**
     * What a rule said.
     *
     * @param values what it read, by variable name; a value that is not known reads {@code "missing"}
     */
    public record Verdict(boolean passed, Map<String, Object> values, List<String> missing) {}

    /**
     * Evaluates the rule. A rule that needs a value which is not known does not pass: nothing is proposed on a guess. Cost is
     * linear in the length of the rule, since the language has no loops.
     */
    public Verdict evaluate(Facts facts) {
        Map<String, Object> read = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        boolean passed;
        try {
            Object result = program.eval((String name) -> {
                Object value = facts.values().get(name);
                if (value == null) {
                    missing.add(name);
                    read.put(name, "missing");
                    return Optional.empty();
                }
                read.put(name, value);
                return Optional.of(value);
            });
            passed = Boolean.TRUE.equals(result);
        } catch (CelEvaluationException e) {
            passed = false;
        }
        return new Verdict(passed, read, missing);
    }
}
