package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attune.care.engine.Budget;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Budget.Result;
import org.attune.care.internal.BudgetForm;
import org.attune.care.internal.BudgetStore;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Ids;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Income and expenditure on a standard form, after the shape of the Standard Financial Statement (UK). */
@Service
public class Budgets {
    private final BudgetForm form;
    private final BudgetStore store;
    private final Days days;
    private final ApplicationEventPublisher events;

    Budgets(BudgetForm form, BudgetStore store, Days days, ApplicationEventPublisher events) {
        this.form = form;
        this.store = store;
        this.days = days;
        this.events = events;
    }

    /** The form. */
    public List<Category> form() {
        return form.categories();
    }

    /** Adds up without keeping anything. */
    public Result add(Household household, List<Line> lines) {
        return Budget.of(form.categories(), household, lines);
    }

    /**
     * Keeps a new version.
     *
     * @throws InvalidException without consent, and naming each category that is above its guideline without a comment
     */
    @Transactional
    public BudgetVersion save(CustomerId customer, Household household, List<Line> lines, Consent consent, String who) {
        return save(customer, household, lines, consent, who, days.today(), days.now());
    }

    /** The same as it was taken on a day, at a moment of it. */
    BudgetVersion save(
            CustomerId customer,
            Household household,
            List<Line> lines,
            Consent consent,
            String who,
            LocalDate day,
            Instant at) {
        String how = consent.required();
        Result result = add(household, lines);
        if (!result.unexplained().isEmpty()) {
            throw new InvalidException(result.unexplained().stream()
                    .map(category -> new Problem(
                            category,
                            new LocalText(
                                    "This is above the guideline: a comment says why.",
                                    "C’est au-dessus du repère : un commentaire dit pourquoi.")))
                    .toList());
        }
        LocalDate expires = day.plusMonths(CareLimits.BUDGET_MONTHS);
        BudgetVersion version =
                store.add(new BudgetVersion(Ids.next(), customer, 0, household, lines, result, how, expires, who, at));
        events.publishEvent(new AuditedEvent(
                who, "budget.kept", "customer", customer.toString(), null, "version " + version.version()));
        events.publishEvent(new CareChanged(customer));
        return version;
    }

    /** The version that counts today, if any. */
    public Optional<BudgetVersion> current(CustomerId customer) {
        return versions(customer).stream().findFirst();
    }

    /** All versions that have not expired, the latest first. */
    public List<BudgetVersion> versions(CustomerId customer) {
        return store.of(customer, days.today());
    }
}
