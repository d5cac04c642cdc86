package org.attune.arbitration;

import java.util.Set;

/** What a context weight can match: one situation. */
public record ContextFit(String reason, Set<String> signals, Set<String> states) {
    /** Whether a weight applies to an action in this situation. A weight that names nothing applies to nothing. */
    public boolean matches(ContextWeight weight, String issue, String group, String action) {
        boolean names = weight.reason() != null || weight.signal() != null || weight.state() != null;
        return names
                && (weight.reason() == null || weight.reason().equals(reason))
                && (weight.signal() == null || signals.contains(weight.signal()))
                && (weight.state() == null || states.contains(weight.state()))
                && (weight.issue() == null || weight.issue().equals(issue))
                && (weight.group() == null || weight.group().equals(group))
                && (weight.action() == null || weight.action().equals(action));
    }
}
