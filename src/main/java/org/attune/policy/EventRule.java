package org.attune.policy;

import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a signal.
 *
 * @param label what it is about, in a few words
 * @param why what an agent should know before calling; needed for {@code outreach}
 * @param signal type of the signal
 * @param when a rule over the customer, empty for always
 * @param then {@code redecide} for an open conversation, {@code outreach} for an item on a worklist
 * @param off switched off: nothing follows
 * @param onceInDays at most one item per customer in so many days, 0 for every signal
 * @param dueDays days in which somebody should have called, 0 for today
 * @param priority 1 to 100; higher stands higher on the worklist
 * @param action the action to suggest, null to decide when the signal arrives; when it may not be proposed, nothing follows
 */
public record EventRule(
        String key,
        LocalText label,
        LocalText why,
        String signal,
        String when,
        String then,
        boolean off,
        int onceInDays,
        int dueDays,
        int priority,
        @Nullable String action) {
    /** {@link #then} of a rule that decides again for an open conversation. */
    public static final String REDECIDE = "redecide";

    /** {@link #then} of a rule that puts an item on a worklist. */
    public static final String OUTREACH = "outreach";

    public EventRule {
        label = label == null ? LocalText.same("") : label;
        why = why == null ? LocalText.same("") : why;
        signal = signal == null ? "" : signal;
        when = when == null ? "" : when;
        then = then == null ? "" : then;
    }

    /** Whether it decides again for an open conversation. */
    public boolean redecides() {
        return then.equals(REDECIDE);
    }

    /** Whether it puts an item on a worklist. */
    public boolean reachesOut() {
        return then.equals(OUTREACH);
    }

    /** The same rule, on or off. */
    public EventRule off(boolean nowOff) {
        return new EventRule(key, label, why, signal, when, then, nowOff, onceInDays, dueDays, priority, action);
    }
}
