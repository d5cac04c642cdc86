package org.attune.policy;

import org.attune.kernel.Channel;

/** At most {@code contacts} decisions that were shown to a customer in a channel within {@code periodDays}. */
public record ContactLimit(Channel channel, int periodDays, int contacts) {}
