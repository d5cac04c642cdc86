package org.attune.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.interaction.WrapUpHint;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a conversation, in order of time.
 *
 * @param began how the conversation came about
 * @param about reason of call, or why the customer was called; blank when unknown
 * @param answers to what was proposed
 * @param listened whether the agent noted that nothing was proposed
 * @param states that began
 * @param partners to whom the customer was passed on
 * @param dates by when something must be done
 * @param budget whether one was taken
 */
record SummaryFacts(
        Began began,
        LocalText about,
        List<Answered> answers,
        boolean listened,
        List<LocalText> states,
        List<Agreed> arrangements,
        List<LocalText> partners,
        List<ByWhen> dates,
        boolean budget) {
    /** How a conversation came about. */
    enum Began {
        /** The customer called. */
        CALL,
        /** We called. */
        CALLED,
        /** The customer came to a branch. */
        VISIT
    }

    /**
     * One answer.
     *
     * @param why reason in words, null when none was given
     * @param again the day from which it may be proposed again
     */
    record Answered(
            LocalText title,
            Outcome outcome,
            @Nullable LocalText why,
            @Nullable LocalDate again) {}

    /**
     * An arrangement.
     *
     * @param lastCents the last payment, which may be smaller
     * @param every how often, {@code month} for example
     * @param waits whether a second person still has to agree
     */
    record Agreed(
            long cents, long lastCents, int payments, String every, LocalDate first, LocalDate last, boolean waits) {}

    /** A clock that runs: {@code assessment}, {@code answer} or {@code review}. */
    record ByWhen(String what, LocalDate due) {}

    /** Nothing is known. */
    static final SummaryFacts NONE = new SummaryFacts(
            Began.CALL, LocalText.same(""), List.of(), false, List.of(), List.of(), List.of(), List.of(), false);

    List<Answered> with(Outcome outcome) {
        return answers.stream().filter(each -> each.outcome() == outcome).toList();
    }

    /** What of it makes a wrap-up code fit. */
    Set<WrapUpHint> hints() {
        Set<WrapUpHint> hints = EnumSet.noneOf(WrapUpHint.class);
        if (!states.isEmpty() || !arrangements.isEmpty() || !partners.isEmpty()) {
            hints.add(WrapUpHint.CARE);
        }
        if (!with(Outcome.ACCEPTED).isEmpty() || !with(Outcome.FULFILLED).isEmpty()) {
            hints.add(WrapUpHint.ACCEPTED);
        }
        if (!with(Outcome.NOT_NOW).isEmpty()) {
            hints.add(WrapUpHint.FOLLOW_UP);
        }
        if (!with(Outcome.DECLINED).isEmpty()) {
            hints.add(WrapUpHint.DECLINED);
        }
        if (hints.isEmpty()) {
            hints.add(WrapUpHint.NOTHING);
        }
        return hints;
    }
}
