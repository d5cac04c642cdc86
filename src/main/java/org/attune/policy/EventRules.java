package org.attune.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The event rules of a revision, compiled and by signal. Pure: what follows depends on the signal's type and the facts only, so
 * that one event and a scan over all customers come to the same. Immutable and safe to share between threads.
 */
public final class EventRules {
    private final List<EventRule> all;
    private final Map<String, List<Compiled>> bySignal = new HashMap<>();

    private record Compiled(EventRule rule, @Nullable Rule when) {
        boolean fits(Supplier<Facts> facts) {
            return when == null || when.passes(facts.get());
        }
    }

    /** Compiles; what is wrong with a rule is an {@link org.attune.kernel.InvalidException}. */
    public EventRules(List<EventRule> rules, RuleCompiler compiler) {
        all = List.copyOf(rules);
        for (EventRule rule : rules) {
            Rule when = rule.when().isBlank() ? null : compiler.compile(rule.when());
            bySignal.computeIfAbsent(rule.signal(), type -> new ArrayList<>()).add(new Compiled(rule, when));
        }
    }

    /** Every rule, in the document's order. */
    public List<EventRule> all() {
        return all;
    }

    /** Whether any rule that is on waits for such a signal. */
    public boolean waitsFor(String signal) {
        return bySignal.getOrDefault(signal, List.of()).stream().anyMatch(each -> !each.rule.off());
    }

    /** The rules that are on, wait for this signal and fit the customer, in the document's order. */
    public List<EventRule> following(String signal, Facts facts) {
        return bySignal.getOrDefault(signal, List.of()).stream()
                .filter(each -> !each.rule.off() && each.fits(() -> facts))
                .map(Compiled::rule)
                .toList();
    }

    /**
     * Whether an open conversation is decided again.
     *
     * @param facts asked for only when a rule needs them
     * @return null when no rule, on or off, says what this signal does to an open conversation
     */
    public @Nullable Boolean redecides(String signal, Supplier<Facts> facts) {
        Boolean answer = null;
        for (Compiled each : bySignal.getOrDefault(signal, List.of())) {
            if (each.rule.redecides()) {
                answer = !each.rule.off() && each.fits(facts);
                if (answer) {
                    return true;
                }
            }
        }
        return answer;
    }
}
