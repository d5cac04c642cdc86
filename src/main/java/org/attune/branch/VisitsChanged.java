package org.attune.branch;

/** News: somebody came to a branch, was called, went or is expected; on any node. */
public record VisitsChanged(String place) {}
