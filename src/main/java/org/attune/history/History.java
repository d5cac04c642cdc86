package org.attune.history;

import java.util.List;
import java.util.Map;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.springframework.stereotype.Service;

/** The log of record. */
@Service
public class History {

    /** Writes a decision down. */
    public void record(DecisionRecord decision) {
        throw new IllegalStateException("being built");
    }

    /**
     * Writes an answer down; the model has learned from it when this returns. A repeat changes nothing.
     *
     * @throws org.attune.kernel.NotFoundException unknown decision, or the action was not offered in it
     * @throws org.attune.kernel.ConflictException a move the outcome order does not allow
     * @throws org.attune.kernel.InvalidException an unknown reason
     */
    public AnswerResult answer(Answer answer, String who) {
        throw new IllegalStateException("being built");
    }

    /** Takes the latest answer for an offered action back, as if it had not happened; false when there is none to take back. */
    public boolean undo(DecisionId decision, String action, String who) {
        throw new IllegalStateException("being built");
    }

    /** A decision with its offers; unknown is a NotFoundException. */
    public DecisionRecord decision(DecisionId id) {
        throw new IllegalStateException("being built");
    }

    /** The outcome of each offered action of a decision, by action key. */
    public Map<String, Outcome> states(DecisionId id) {
        throw new IllegalStateException("being built");
    }

    /** Earlier offers to a customer in the last 400 days that were at least shown. */
    public List<PastOffer> pastOffers(CustomerId customer) {
        throw new IllegalStateException("being built");
    }

    /** The customer's answers, newest first. */
    public List<TimelineEntry> timeline(CustomerId customer, int limit) {
        throw new IllegalStateException("being built");
    }

    /** The log after a position, in order. */
    public List<LoggedAnswer> log(long after, int limit) {
        throw new IllegalStateException("being built");
    }
}
