package org.attune.access;

/** News: a client was let in, changed, or shut out. Published after commit. */
public record ApiClientsChanged(String name) {}
