package org.attune.care;

/** News: an agent asked for a supervisor, one is on the way, or it is over. */
public record HelpCalled(String agent) {}
