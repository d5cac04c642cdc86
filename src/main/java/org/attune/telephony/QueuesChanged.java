package org.attune.telephony;

/** News: a call came, was answered or ended, on any node. */
public record QueuesChanged() {}
