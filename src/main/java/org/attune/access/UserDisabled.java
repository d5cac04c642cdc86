package org.attune.access;

/** Somebody lost the right to log in; their open pages end at once. */
public record UserDisabled(String username) {}
