package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.catalog.ActionClass;
import org.attune.decision.Dropped;
import org.attune.decision.Recommendation;
import org.attune.history.Offer;
import org.attune.kernel.LocalText;
import org.attune.learning.Ballot;
import org.attune.policy.ContactKind;
import org.attune.policy.Rejection;
import org.attune.policy.ShieldBlocks;
import org.jspecify.annotations.Nullable;

/** What came out of one deliberation, ready to be written down. Reasons against actions are worked out only when asked for. */
public final class Deliberated {
    private final Moment moment;
    final Gate gate;
    final List<Candidate> candidates;
    private final long modelVersion;
    private final List<Recommendation> recommendations;
    private final List<Offer> offers;
    private final @Nullable LocalText none;
    private final List<LocalText> protections;

    Deliberated(
            Moment moment,
            Gate gate,
            List<Candidate> candidates,
            long modelVersion,
            List<Recommendation> recommendations,
            List<Offer> offers,
            @Nullable LocalText none,
            List<LocalText> protections) {
        this.moment = moment;
        this.gate = gate;
        this.candidates = candidates;
        this.modelVersion = modelVersion;
        this.recommendations = List.copyOf(recommendations);
        this.offers = List.copyOf(offers);
        this.none = none;
        this.protections = protections;
    }

    /** What was decided about. */
    public Moment moment() {
        return moment;
    }

    /** How the decision is kept; see {@link TraceFormat}. */
    public byte[] trace() {
        return TraceFormat.write(this);
    }

    /** Counts what the shield stopped: once per decision that was taken. Actions of the same kinds are counted together. */
    public void count(ShieldBlocks blocks) {
        int[] stopped = new int[ContactKind.ALL + 1];
        int all = 0;
        for (Candidate each : candidates) {
            if (each.stop == Stop.SHIELD) {
                stopped[each.compiled.kinds()]++;
                all++;
            }
        }
        for (int kinds = 1; all > 0 && kinds < stopped.length; kinds++) {
            Rejection rejection = stopped[kinds] == 0 ? null : gate.protection().judge(kinds);
            if (rejection != null) {
                blocks.count(rejection, stopped[kinds]);
            }
        }
    }

    /** What the challenger needs to judge the same: those that stood for arbitration, but what is mandatory. */
    public Ballot ballot() {
        List<Candidate> stood = candidates.stream()
                .filter(each -> (each.stands() || each.stop == Stop.THRESHOLD)
                        && each.compiled.action().actionClass() != ActionClass.MANDATORY)
                .toList();
        return new Ballot(
                moment.strategy().roster(),
                moment.situation(),
                stood.stream().mapToInt(each -> each.index).toArray(),
                stood.stream().mapToDouble(each -> each.propensity).toArray(),
                stood.stream()
                        .mapToDouble(each -> each.context * each.value * each.lever)
                        .toArray(),
                stood.stream()
                        .mapToDouble(each ->
                                each.compiled.action().actionClass() == ActionClass.DEFAULT ? each.threshold : 0)
                        .toArray());
    }

    /** Log position up to which the models had learned. */
    public long modelVersion() {
        return modelVersion;
    }

    /** The list, best first. */
    public List<Recommendation> recommendations() {
        return recommendations;
    }

    /** The same and "none" as the log keeps them. */
    public List<Offer> offers() {
        return offers;
    }

    /** Why nothing is proposed, null when something is. */
    public @Nullable LocalText none() {
        return none;
    }

    /** What the shield says about the customer. */
    public List<LocalText> protections() {
        return protections;
    }

    /** Every action that was stopped, with the rule and the values it read. */
    public List<Dropped> dropped() {
        return new DroppedList(this);
    }

    List<Dropped> workOutDropped() {
        List<Dropped> dropped = new ArrayList<>();
        for (Candidate each : candidates) {
            Rejection rejection = rejection(each);
            if (rejection != null) {
                dropped.add(new Dropped(
                        each.action(),
                        each.issue(),
                        rejection.stage(),
                        rejection.rule(),
                        rejection.values(),
                        rejection.words()));
            }
        }
        return dropped;
    }

    /** Why a candidate was stopped, null when it was not. */
    @Nullable
    Rejection rejection(Candidate each) {
        return rejection(each, gate);
    }

    static @Nullable Rejection rejection(Candidate each, Gate gate) {
        if (each.given != null || each.stands()) {
            return each.given;
        }
        return each.stop == Stop.THRESHOLD ? belowThreshold(each) : gate.rejection(each.compiled);
    }

    private static Rejection belowThreshold(Candidate each) {
        return new Rejection(
                "threshold",
                "none-threshold",
                Map.of("propensity", each.propensity, "threshold", each.threshold),
                new LocalText("Too unlikely to help", "Trop peu de chances d’aider"));
    }
}
