package org.attune.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.attune.history.internal.AnswerLog;
import org.attune.history.internal.DecisionStore;
import org.attune.history.internal.DecisionTeller;
import org.attune.history.internal.ExpirySweep;
import org.attune.history.internal.ImportWriter;
import org.attune.history.internal.LogReader;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Outcome;
import org.attune.kernel.Query;
import org.springframework.stereotype.Service;

/**
 * The log of record. Answers stand in one order, their position: a reader that has seen a position has seen all before it.
 */
@Service
public class History {

    private final DecisionStore decisions;
    private final AnswerLog answers;
    private final ImportWriter imports;
    private final LogReader reader;
    private final DecisionTeller teller;
    private final ExpirySweep expiry;

    public History(
            DecisionStore decisions,
            AnswerLog answers,
            ImportWriter imports,
            LogReader reader,
            DecisionTeller teller,
            ExpirySweep expiry) {
        this.decisions = decisions;
        this.answers = answers;
        this.imports = imports;
        this.reader = reader;
        this.teller = teller;
        this.expiry = expiry;
    }

    /**
     * Writes a decision down; times are kept to the microsecond. Its offers are ranked, not yet shown.
     *
     * @param trace what the decision module needs to explain and repeat it, in its own form
     */
    public void record(DecisionRecord decision, byte[] trace) {
        if (teller.isAsked()) {
            teller.tellWith(decision, () -> decisions.insert(decision, trace));
        } else {
            decisions.insert(decision, trace);
        }
    }

    /**
     * Writes down what was proposed while nothing could be decided: arm {@code import}, no trace, so nobody can take it again. A decision that is
     * known already changes nothing.
     */
    public void recordUntraced(DecisionRecord proposed) {
        decisions.insertUntraced(proposed);
    }

    /** The trace that was written with a decision; empty for imported answers and for months that were cleared away. */
    public Optional<byte[]> trace(DecisionId id) {
        return decisions.trace(id);
    }

    /**
     * Marks offers as shown on the agent's screen, or given to a channel. A repeat changes nothing, and actions that were not
     * offered are passed over. Impressions train nothing: they take no place in the log and make no news.
     *
     * @param who to whom they were shown: user name or API client
     * @return how many were marked for the first time
     * @throws NotFoundException unknown decision
     */
    public int shown(DecisionId decision, Collection<String> actions, String who) {
        return answers.shown(decision, actions, who);
    }

    /**
     * Writes an answer down; the model has learned from it when this returns (inside a caller's own transaction: when that has
     * committed). A repeat changes nothing. Any answer but not-offered implies that the offer was presented. The outcome shown
     * has position 0, see {@link #shown}.
     *
     * @throws NotFoundException unknown decision, or the action was not offered in it
     * @throws org.attune.kernel.ConflictException a move the outcome order does not allow
     * @throws org.attune.kernel.InvalidException an unknown reason, or dates that cannot be
     */
    public AnswerResult answer(Answer answer, String who) {
        return answers.answer(answer, who);
    }

    /**
     * Takes the latest answer for an offered action back, as if it had not happened; false when there is none to take back.
     * The offer returns to where it stood, and stays at least shown.
     *
     * @throws NotFoundException unknown decision, or the action was not offered in it
     */
    public boolean undo(DecisionId decision, String action, String who) {
        return answers.undo(decision, action, who);
    }

    /**
     * Expires up to 500 offers that were shown and that nobody answered in the days their action gives. Runs by itself each
     * minute; safe on several nodes at once. Teaches nothing.
     *
     * @return how many
     */
    public int expireUnanswered() {
        return expiry.sweepOnce();
    }

    /**
     * Writes answers of the past down in their order, up to some thousands at once, all or none. Keys that are known are
     * passed over. The models have learned from them when this returns.
     *
     * @return how many were new
     */
    public int importAnswers(List<ImportedAnswer> past) {
        return imports.write(past);
    }

    /**
     * Takes a place in the order of answers for something else that must have its place among them, and writes it in the same
     * transaction. The log has no entry there. Who follows the log has been told when this returns.
     *
     * @param write gets the position
     * @return the position
     */
    public long mark(LongConsumer write) {
        return answers.mark(write);
    }

    /** A decision with its offers by rank; unknown is a NotFoundException. */
    public DecisionRecord decision(DecisionId id) {
        return decisions.find(id).orElseThrow(() -> new NotFoundException("decision", id));
    }

    /** The latest decisions that were taken by the strategy, newest first: neither imported nor of the control group. */
    public List<DecisionId> latest(int limit) {
        return decisions.latest(limit);
    }

    /**
     * What the latest decisions of both arms put first and what became of it, by the position their models knew, whether anything was
     * shown or not: whoever counts by it must not choose by what came of it.
     */
    public List<FirstOffer> firstOffers(int limit) {
        return decisions.firstOffers(limit);
    }

    /**
     * The outcome of each offered action of a decision, by action key; those that were ranked but never shown are left out.
     * Unknown is a NotFoundException.
     */
    public Map<String, Outcome> states(DecisionId id) {
        Map<String, Outcome> states = reader.states(id);
        if (states.isEmpty() && !decisions.exists(id)) {
            throw new NotFoundException("decision", id);
        }
        return states;
    }

    /** What was read out word for word before answers of a decision that count, by action key and in the order it was ticked. */
    public Map<String, List<Answer.ReadOut>> readOut(DecisionId id) {
        return reader.readOut(id);
    }

    /** The same of all decisions of one conversation with a customer, in the order in which it was ticked. */
    public List<SaidSentence> saidIn(InteractionId conversation, CustomerId customer) {
        return reader.saidIn(conversation, customer);
    }

    /** Earlier offers to a customer in the last 400 days that were at least shown, newest first. */
    public List<PastOffer> pastOffers(CustomerId customer) {
        return reader.pastOffers(customer);
    }

    /**
     * {@link #pastOffers} as a question that can be asked together with others.
     *
     * @param customer stands for the customer's id
     * @param now the windows of contact rules end here
     */
    public Query<List<PastOffer>> askPastOffers(Query.Expression customer, Instant now) {
        return reader.askPastOffers(customer, now);
    }

    /** The customer's answers, newest first; without impressions, and without those that were taken back. */
    public List<TimelineEntry> timeline(CustomerId customer, int limit) {
        return reader.timeline(customer, limit);
    }

    /** The log after a position, in order, entries that were taken back and entries that take back included. */
    public List<LoggedAnswer> log(long after, int limit) {
        return reader.log(after, limit);
    }

    /** The latest situations in which an action was shown, newest first. */
    public List<ShownSituation> shownSituations(String action, int limit) {
        return reader.shownSituations(action, limit);
    }

    /** The entries after a position that take earlier ones back, in order. */
    public List<Reversal> reversals(long after) {
        return reader.reversals(after, Long.MAX_VALUE);
    }

    /** The entries after a position, up to and with another, that take earlier ones back, in order. */
    public List<Reversal> reversals(long after, long to) {
        return reader.reversals(after, to);
    }

    /** How wordings were answered after a position up to another, in order: accepted and declined, and what takes them back. */
    public List<TreatmentAnswer> treatmentAnswers(long after, long to, int limit) {
        return reader.treatmentAnswers(after, to, limit);
    }

    /** Position of the newest entry, 0 when there is none. */
    public long position() {
        return reader.position();
    }
}
