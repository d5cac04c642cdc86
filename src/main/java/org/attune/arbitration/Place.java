package org.attune.arbitration;

/** Where an action stands in the hierarchy, by keys. */
public record Place(String issue, String group, String action) {}
