package org.attune.interaction;

/** News: an agent came to a desk, left one, or rests, on any node. */
public record DesksChanged() {}
