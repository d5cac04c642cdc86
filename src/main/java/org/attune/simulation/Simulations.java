package org.attune.simulation;

import java.util.function.IntConsumer;
import org.attune.decision.Decision;
import org.attune.decision.Decisions;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.simulation.internal.Tally;
import org.attune.strategy.Strategy;
import org.springframework.stereotype.Service;

/** Decides recorded moments again under two strategies: the difference in decisions, not only in rules. Writes nothing. */
@Service
public class Simulations {
    /** As many decisions as are looked at unless somebody wants more. */
    public static final int USUAL = 500;

    private final History history;
    private final Decisions decisions;

    Simulations(History history, Decisions decisions) {
        this.history = history;
        this.decisions = decisions;
    }

    /**
     * Compares two strategies on the latest recorded decisions: same inputs, same draws, the models of now. The control group is
     * left out, since no strategy puts its lists in order. Takes a few milliseconds per decision.
     *
     * @param count at most so many decisions
     * @param progress told how many are done
     */
    public Impact compare(Strategy before, Strategy after, int count, IntConsumer progress) {
        Tally tally = new Tally(before, after);
        int done = 0;
        for (DecisionId id : history.latest(count)) {
            try {
                Decision one = decisions.under(id, before);
                Decision other = decisions.under(id, after);
                DecisionRecord record = history.decision(id);
                tally.add(id, record.at(), record.channel(), one, other);
            } catch (ConflictException cannotBeRepeated) {
                tally.skip();
            }
            progress.accept(++done);
        }
        return tally.impact();
    }
}
