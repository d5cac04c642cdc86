package org.attune.history;

/** Somebody else's say before an answer is written. Several may have one. */
public interface AnswerCheck {
    /**
     * Looks at an acceptance that is the offer's next step, in the transaction that would write it.
     *
     * @throws org.attune.kernel.ConflictException it cannot be: nothing is written, and the agent is told why
     */
    void accepting(Answer answer);
}
