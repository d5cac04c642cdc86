package org.attune.history;

import org.attune.kernel.Outcome;

/**
 * An entry of the log that takes an earlier one back.
 *
 * @param position its own place in the log
 * @param reverses the place of the entry it takes back, always smaller
 * @param outcome the outcome that was taken back
 */
public record Reversal(long position, long reverses, Outcome outcome) {}
