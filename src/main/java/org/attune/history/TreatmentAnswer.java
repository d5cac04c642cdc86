package org.attune.history;

/**
 * One entry of the log that says how a wording was answered, or takes such an entry back.
 *
 * @param position in the log
 * @param reverses position of the entry this one takes back, 0 for an ordinary answer
 * @param accepted true for accepted, false for declined; of the entry itself, or of the one it takes back
 */
public record TreatmentAnswer(long position, long reverses, String action, String treatment, boolean accepted) {}
