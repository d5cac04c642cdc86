package org.attune.policy;

import org.attune.kernel.LocalText;

/**
 * What follows from a signal.
 *
 * @param signal type of the signal
 * @param when a rule over the customer, empty for always
 * @param then {@code redecide} for an open conversation, {@code outreach} for an item on a worklist
 */
public record EventRule(String key, LocalText label, String signal, String when, String then) {}
