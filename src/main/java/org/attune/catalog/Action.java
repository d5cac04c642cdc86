package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be proposed.
 *
 * @param title at most six words
 * @param benefit what it is good for, to the customer
 * @param minutes how long it takes in the conversation
 * @param companyValue worth to the company, 0..100
 * @param customerValue worth to the customer, 0..100
 * @param cost to the company, EUR
 * @param priceDelta what the customer pays more per month, EUR; above 0 the shield treats the action as a sale
 * @param starts first day, null when always
 * @param ends last day, null when open
 * @param startingPropensity acceptance expected before any answer, 0..1
 * @param lever added to priority by hand
 * @param members for a bundle: the actions it is made of, each of which must be possible by itself; empty otherwise
 * @param answers how long an offer waits for an answer and what a fulfilled one teaches, null for what is usual
 * @param legal what must be said word for word before it may be accepted, in order
 * @param guide the steps that lead the agent through it, the first one first; empty when it has none
 */
public record Action(
        String key,
        String group,
        Nature nature,
        LocalText title,
        LocalText benefit,
        int minutes,
        double companyValue,
        double customerValue,
        BigDecimal cost,
        BigDecimal priceDelta,
        Set<Channel> channels,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        double startingPropensity,
        ActionClass actionClass,
        boolean paused,
        Lever lever,
        Engagement engagement,
        List<Treatment> treatments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AnswerTerms answers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LegalSentence> legal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GuideStep> guide) {
    public Action {
        benefit = benefit == null ? LocalText.same("") : benefit;
        cost = cost == null ? BigDecimal.ZERO : cost;
        priceDelta = priceDelta == null ? BigDecimal.ZERO : priceDelta;
        // In their usual order, so that a document reads the same every time it is written.
        channels = channels == null || channels.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(channels));
        actionClass = actionClass == null ? ActionClass.DEFAULT : actionClass;
        lever = lever == null ? Lever.NONE : lever;
        engagement = engagement == null ? Engagement.NONE : engagement;
        treatments = treatments == null ? List.of() : List.copyOf(treatments);
        members = members == null ? List.of() : List.copyOf(members);
        answers = AnswerTerms.USUAL.equals(answers) ? null : answers;
        legal = legal == null ? List.of() : List.copyOf(legal);
        guide = guide == null ? List.of() : List.copyOf(guide);
    }

    /** An action whose answers mean what is usual, with nothing that must be said and no guide. */
    public Action(
            String key,
            String group,
            Nature nature,
            LocalText title,
            LocalText benefit,
            int minutes,
            double companyValue,
            double customerValue,
            BigDecimal cost,
            BigDecimal priceDelta,
            Set<Channel> channels,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            double startingPropensity,
            ActionClass actionClass,
            boolean paused,
            Lever lever,
            Engagement engagement,
            List<Treatment> treatments,
            List<String> members) {
        this(
                key,
                group,
                nature,
                title,
                benefit,
                minutes,
                companyValue,
                customerValue,
                cost,
                priceDelta,
                channels,
                starts,
                ends,
                startingPropensity,
                actionClass,
                paused,
                lever,
                engagement,
                treatments,
                members,
                null,
                List.of(),
                List.of());
    }

    /** How long an offer waits for an answer, and what a fulfilled one teaches. */
    public AnswerTerms terms() {
        return answers == null ? AnswerTerms.USUAL : answers;
    }

    /** The same action, paused or not. */
    public Action paused(boolean now) {
        return with(now, legal, guide);
    }

    /** The same action with other sentences that must be said, and another guide. */
    public Action saying(List<LegalSentence> sentences, List<GuideStep> steps) {
        return with(paused, sentences, steps);
    }

    private Action with(boolean now, List<LegalSentence> sentences, List<GuideStep> steps) {
        return new Action(
                key,
                group,
                nature,
                title,
                benefit,
                minutes,
                companyValue,
                customerValue,
                cost,
                priceDelta,
                channels,
                starts,
                ends,
                startingPropensity,
                actionClass,
                now,
                lever,
                engagement,
                treatments,
                members,
                answers,
                sentences,
                steps);
    }

    /** Whether it may be proposed on that day. */
    public boolean validOn(LocalDate day) {
        return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
    }
}
