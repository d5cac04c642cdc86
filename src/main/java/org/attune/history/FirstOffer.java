package org.attune.history;

import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.jspecify.annotations.Nullable;

/**
 * What a decision put first and what became of it.
 *
 * @param arm {@code main} or {@code control}
 * @param action null when nothing was proposed
 * @param selectionProbability as logged: how probable it was, in that arm, that this action came first; 1 when nothing was proposed
 * @param presented whether it was said to the customer: the agent chooses
 * @param accepted whether it was accepted, and not cancelled later
 */
public record FirstOffer(
        DecisionId decision,
        CustomerId customer,
        String arm,
        @Nullable String action,
        double selectionProbability,
        boolean presented,
        boolean accepted) {}
