package org.attune.history;

import org.attune.kernel.DecisionId;

/**
 * A sentence that was said word for word before an action was accepted.
 *
 * @param decision in which the action was offered
 */
public record SaidSentence(DecisionId decision, String action, Answer.ReadOut sentence) {}
