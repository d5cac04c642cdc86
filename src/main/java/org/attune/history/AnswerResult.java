package org.attune.history;

import org.attune.kernel.Outcome;

/**
 * What the log did with an answer.
 *
 * @param recorded false when the same answer was there already
 * @param position its place in the log
 * @param state the offered action's outcome now
 */
public record AnswerResult(boolean recorded, long position, Outcome state) {}
