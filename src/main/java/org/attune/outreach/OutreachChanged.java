package org.attune.outreach;

/** News: an item was taken, given back, done, dismissed or has expired. Published after commit. */
public record OutreachChanged(OutreachItem item) {}
