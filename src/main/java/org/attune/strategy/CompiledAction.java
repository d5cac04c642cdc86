package org.attune.strategy;

import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.policy.EngagementPolicy;

/**
 * An action with its place in the hierarchy and its compiled policy.
 *
 * @param kinds what it is to the shield, members included: a mask of {@link org.attune.policy.ContactKind}
 */
public record CompiledAction(Action action, Group group, Issue issue, EngagementPolicy policy, int kinds) {}
