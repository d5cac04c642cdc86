package org.attune.interaction;

/** News: a conversation moved to another state or its reason changed. */
public record InteractionChanged(Interaction interaction) {}
