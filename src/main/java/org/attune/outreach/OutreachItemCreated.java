package org.attune.outreach;

import org.attune.kernel.CustomerId;

/**
 * News: a customer worth reaching out to stands on the worklist. Published after commit, once per item.
 *
 * @param rule key of the event rule
 * @param signal type of the signal it follows from
 * @param priority 1 to 100
 */
public record OutreachItemCreated(OutreachId item, CustomerId customer, String rule, String signal, int priority) {}
