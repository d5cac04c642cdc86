package org.attune.customer;

import java.time.Instant;

/**
 * One fact with source and age.
 *
 * @param value Double, String (categories and ISO dates) or Boolean, as the dictionary says
 * @param at when the source told it
 */
public record AttributeValue(Object value, Instant at, String source) {}
