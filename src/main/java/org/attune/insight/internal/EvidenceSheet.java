package org.attune.insight.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.attune.history.Comparison;
import org.attune.history.Trial;
import org.attune.history.engine.Power;
import org.attune.history.engine.Sums;
import org.jspecify.annotations.Nullable;

/**
 * What is proven about Attune over a period: the main arm against the control group.
 *
 * @param trial by conversation
 * @param all accepted of presented, over all actions that compete
 * @param issues the same by issue, those with most answers in control first
 * @param actions the same by action
 * @param controlShare share of customers per month that the live strategy ranks by chance
 * @param underserved for whom there is little to propose
 */
public record EvidenceSheet(
        Selection selection,
        Instant readAt,
        Trial trial,
        Comparison all,
        List<Row> issues,
        List<Row> actions,
        double controlShare,
        List<Underserved.Group> underserved) {

    /** One issue or action. */
    public record Row(String key, String title, String issue, Comparison compared) {}

    /**
     * What it takes to see an effect, in conversations of both arms.
     *
     * @param once by who looks once, at a time fixed beforehand
     * @param always by who looks as often as they like
     * @param so counted so far
     * @param daysLeft until {@code always} is reached at the pace so far, null without a pace, 0 when reached
     */
    public record Need(
            long once, long always, long so, @Nullable Long daysLeft) {}

    /** The rate of acceptance that plans are made with: the control group's, or the main arm's while control says too little. */
    public double base() {
        Sums control = trial.accepted().control();
        Sums main = trial.accepted().main();
        return control.enough() ? control.mean() : main.enough() ? main.mean() : Double.NaN;
    }

    /** Conversations that are counted, both arms. */
    public long conversations() {
        return trial.accepted().main().units() + trial.accepted().control().units();
    }

    /**
     * What it takes to see an effect; null when nothing can be said: no control group, no rate known, or a rate that the effect would
     * push beyond 1.
     */
    public @Nullable Need need(double effect, double share) {
        double base = base();
        if (!(share > 0 && share < 1 && base > 0 && base * (1 + effect) < 1)) {
            return null;
        }
        double design = trial.accepted().main().designEffect();
        long always = Math.round(design * Power.neededEveryLook(base, effect, share));
        return new Need(
                Math.round(design * Power.needed(base, effect, share)), always, conversations(), daysLeft(always));
    }

    /** The smallest effect that so many conversations would show to who looks once; null when nothing can be said. */
    public @Nullable Double detectable() {
        double base = base();
        if (!(controlShare > 0 && controlShare < 1 && base > 0 && base < 1)) {
            return null;
        }
        double effect =
                Power.detectable(conversations() / trial.accepted().main().designEffect(), base, controlShare);
        return Double.isInfinite(effect) ? null : effect;
    }

    private @Nullable Long daysLeft(long needed) {
        Instant since = trial.since();
        if (since == null) {
            return null;
        }
        double days = Math.max(1, Duration.between(since, readAt).toMinutes() / 1_440.0);
        double pace = conversations() / days;
        return pace > 0 ? Math.max(0, (long) Math.ceil((needed - conversations()) / pace)) : null;
    }
}
