package org.attune.interaction;

/** News: a call rings at an agent's desk. */
public record CallRinging(Interaction interaction) {}
