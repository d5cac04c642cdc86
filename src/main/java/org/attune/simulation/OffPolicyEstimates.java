package org.attune.simulation;

import java.util.List;
import java.util.function.IntConsumer;
import org.attune.decision.Decisions;
import org.attune.decision.FirstPlaces;
import org.attune.history.FirstOffer;
import org.attune.history.History;
import org.attune.kernel.ConflictException;
import org.attune.simulation.engine.OffPolicy;
import org.attune.simulation.internal.Ledger;
import org.attune.strategy.Strategy;
import org.springframework.stereotype.Service;

/**
 * Estimates how much a draft would have had accepted, from decisions that were recorded under other strategies: off-policy evaluation
 * with the logged chances of the first place. Writes nothing.
 */
@Service
public class OffPolicyEstimates {
    /** As many decisions as are looked at unless somebody wants more. */
    public static final int USUAL = 5_000;

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_261_128;

    private final History history;
    private final Decisions decisions;

    OffPolicyEstimates(History history, Decisions decisions) {
        this.history = history;
        this.decisions = decisions;
    }

    /**
     * Judges a draft beside a strategy on the latest recorded decisions of both arms, with the models of each moment, so that nothing is
     * judged by answers it has learned from. Takes a few milliseconds per decision.
     *
     * @param count at most so many decisions
     * @param progress told how many are done; what it throws ends the work
     */
    public ExpectedEffect estimate(Strategy live, Strategy draft, int count, IntConsumer progress) {
        List<FirstOffer> log = history.firstOffers(count);
        Ledger ledger = Ledger.of(live, draft, log);
        int done = 0;
        int skipped = 0;
        for (FirstOffer each : log) {
            try {
                FirstPlaces places = decisions.firstPlaces(each.decision(), List.of(live, draft));
                ledger.add(each, places);
            } catch (ConflictException cannotBeRepeated) {
                skipped++;
            }
            progress.accept(++done);
        }
        if (ledger.accepted().isEmpty()) {
            return new ExpectedEffect(0, skipped, 0, null, null);
        }
        return new ExpectedEffect(
                ledger.accepted().size(),
                skipped,
                ledger.control(),
                OffPolicy.compare(ledger.accepted(), RESAMPLES, SEED),
                OffPolicy.compare(ledger.worth(), RESAMPLES, SEED));
    }
}
