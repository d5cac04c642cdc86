package org.attune.access;

/** Somebody has chosen something for themselves; all their open windows follow. */
public record PreferencesChanged(String username) {}
