package org.attune.kernel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that other systems may want to hear of. Published as a Spring event inside the transaction that makes it true; the
 * channel writes it to its outbox in that same transaction, so that it is told if and only if it happened.
 *
 * @param type as it stands in the CloudEvent, such as {@code attune.outcome.recorded}
 * @param customer whom it is about, null when about nobody in particular
 * @param at when it happened
 * @param data what others get to read: texts, numbers, booleans, lists and maps of these, nulls allowed
 */
public record OutboundEvent(String type, @Nullable CustomerId customer, Instant at, Map<String, Object> data) {
    /** A decision was made. Published only while somebody asks for it, see {@link OutboundInterest}. */
    public static final String DECISION_MADE = "attune.decision.made";
    /** An outcome was written to the log, or taken back. */
    public static final String OUTCOME_RECORDED = "attune.outcome.recorded";
    /** Another strategy revision is live. */
    public static final String STRATEGY_PUBLISHED = "attune.strategy.published";
    /** A state of a customer began, ended or was corrected. */
    public static final String CUSTOMER_STATE_CHANGED = "attune.customer.state-changed";
    /** Somebody should contact a customer. */
    public static final String OUTREACH_CREATED = "attune.outreach.created";
}
