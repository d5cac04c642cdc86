package org.attune.care.internal;

import java.time.LocalDate;
import org.attune.care.Arrangements;
import org.attune.care.CareCase;
import org.attune.care.CareChanged;
import org.attune.care.CaseKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time brings: payments that have not come, protections that have ended, facts that must be forgotten. Safe to run on several nodes. */
@Component
public class CareChores {
    private final Arrangements arrangements;
    private final CaseStore cases;
    private final BudgetStore budgets;
    private final AnswerStore answers;
    private final Days days;
    private final ApplicationEventPublisher events;

    CareChores(
            Arrangements arrangements,
            CaseStore cases,
            BudgetStore budgets,
            AnswerStore answers,
            Days days,
            ApplicationEventPublisher events) {
        this.arrangements = arrangements;
        this.cases = cases;
        this.budgets = budgets;
        this.answers = answers;
        this.days = days;
        this.events = events;
    }

    @Scheduled(initialDelay = 5 * 60_000, fixedDelay = 30 * 60_000)
    public void settle() {
        arrangements.settle(days.today());
    }

    @Scheduled(initialDelay = 6 * 60_000, fixedDelay = 60 * 60_000)
    @Transactional
    public void tidy() {
        tidy(days.today());
    }

    /** Closes what is over and forgets what was kept only until a day. */
    @Transactional
    public void tidy(LocalDate today) {
        for (CareCase each : cases.over(today)) {
            cases.close(each.id(), "system", days.now());
            if (each.kind() == CaseKind.NEED || each.kind() == CaseKind.LIFE_SUPPORT) {
                cases.forget(each.id());
            }
            events.publishEvent(new CareChanged(each.customer()));
        }
        budgets.forget(today);
        answers.forget(today);
    }
}
