package org.attune.policy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.attune.kernel.LocalText;
import org.attune.policy.engine.Condition;
import org.attune.policy.engine.Reading;
import org.attune.policy.engine.Slots;
import org.attune.policy.engine.Truth;
import org.jspecify.annotations.Nullable;

/** A compiled, type-checked rule. Immutable and safe to share between threads. */
public final class Rule {
    private final String source;
    private final Condition condition;
    private final Variables variables;
    private final BitSet read;

    /** A rule that reads these slots. */
    Rule(String source, Condition condition, Variables variables, BitSet read) {
        this.source = source;
        this.condition = condition;
        this.variables = variables;
        this.read = read;
    }

    /** The same rule under a later dictionary; null when something it reads is not the same any more. */
    @Nullable
    Rule under(Variables later) {
        return later.have(read) ? new Rule(source, condition, later, read) : null;
    }

    /** The rule as written. */
    public String source() {
        return source;
    }

    /**
     * What a rule said.
     *
     * @param values what it read, by variable name or as {@code signals['bill-missed']}; a value that is not known reads
     *     {@code "missing"}, a name that is not in a map {@code "none"}
     * @param missing the values for want of which nothing could be said; empty when the rule could be decided without them
     */
    public record Verdict(boolean passed, Map<String, Object> values, List<String> missing) {}

    /**
     * Whether the rule holds. A rule that needs a value which is not known does not: nothing is proposed on a guess. Cost is
     * linear in the length of the rule, since the language has no loops; nothing is allocated once the facts have been read.
     */
    public boolean passes(Facts facts) {
        return passes(facts.slots(variables));
    }

    private boolean passes(Slots slots) {
        return condition.truth(slots) == Truth.TRUE;
    }

    Condition condition() {
        return condition;
    }

    /** One of the constants of {@link Truth}. */
    int truth(Facts facts) {
        return condition.truth(facts.slots(variables));
    }

    /** Evaluates the rule and says what it read. */
    public Verdict evaluate(Facts facts) {
        Slots slots = facts.slots(variables);
        Reading reading = new Reading(variables.names());
        condition.read(slots, reading);
        int truth = condition.truth(slots);
        return new Verdict(
                truth == Truth.TRUE, reading.values(), truth == Truth.UNKNOWN ? reading.missing() : List.of());
    }

    Variables variables() {
        return variables;
    }

    /** What people call something that was read. */
    LocalText label(String read) {
        return variables.label(read);
    }
}
