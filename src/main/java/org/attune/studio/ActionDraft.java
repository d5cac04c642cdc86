package org.attune.studio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.AnswerTerms;
import org.attune.catalog.Engagement;
import org.attune.catalog.GuideStep;
import org.attune.catalog.LegalSentence;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** An action while it is being changed. Starts as a copy; what nobody touches stays as it was. */
final class ActionDraft {
    private final Action base;
    String group;
    List<String> members;
    Nature nature;
    LocalText title;
    LocalText benefit;
    int minutes;
    double companyValue;
    double customerValue;
    BigDecimal cost;
    BigDecimal priceDelta;
    Set<Channel> channels;

    @Nullable
    LocalDate starts;

    @Nullable
    LocalDate ends;

    double startingPropensity;
    ActionClass actionClass;
    Lever lever;
    String eligibility;
    String applicability;
    String suitability;
    List<Treatment> treatments;
    List<LegalSentence> legal;
    List<GuideStep> guide;
    int answerDays;
    double fulfilledReward;

    ActionDraft(Action base) {
        this.base = base;
        group = base.group();
        members = base.members();
        nature = base.nature();
        title = base.title();
        benefit = base.benefit();
        minutes = base.minutes();
        companyValue = base.companyValue();
        customerValue = base.customerValue();
        cost = base.cost();
        priceDelta = base.priceDelta();
        channels = base.channels();
        starts = base.starts();
        ends = base.ends();
        startingPropensity = base.startingPropensity();
        actionClass = base.actionClass();
        lever = base.lever();
        eligibility = base.engagement().eligibility();
        applicability = base.engagement().applicability();
        suitability = base.engagement().suitability();
        treatments = base.treatments();
        legal = base.legal();
        guide = base.guide();
        answerDays = base.terms().days();
        fulfilledReward = base.terms().fulfilledReward();
    }

    Action toAction() {
        return new Action(
                base.key(),
                group,
                nature,
                title,
                benefit,
                minutes,
                companyValue,
                customerValue,
                same(base.cost(), cost),
                same(base.priceDelta(), priceDelta),
                channels,
                starts,
                ends,
                startingPropensity,
                actionClass,
                base.paused(),
                lever,
                new Engagement(eligibility, applicability, suitability),
                treatments,
                members,
                new AnswerTerms(answerDays, fulfilledReward),
                legal,
                guide);
    }

    /** 12.0 typed over 12.00 is no change. */
    private static BigDecimal same(BigDecimal before, BigDecimal now) {
        return before.compareTo(now) == 0 ? before : now;
    }
}
