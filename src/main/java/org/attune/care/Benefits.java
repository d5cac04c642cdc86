package org.attune.care;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.care.internal.AnswerStore;
import org.attune.care.internal.BenefitBook;
import org.attune.care.internal.BenefitFinder;
import org.attune.care.internal.CareLimits;
import org.attune.care.internal.Days;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds aids with as few questions as possible. Answers stay in the conversation unless the customer agrees to their being kept. */
@Service
public class Benefits {
    private final BenefitBook book;
    private final BenefitFinder finder;
    private final AnswerStore store;
    private final Budgets budgets;
    private final CareLimits settings;
    private final Days days;
    private final ApplicationEventPublisher events;

    Benefits(
            BenefitBook book,
            BenefitFinder finder,
            AnswerStore store,
            Budgets budgets,
            CareLimits settings,
            Days days,
            ApplicationEventPublisher events) {
        this.book = book;
        this.finder = finder;
        this.store = store;
        this.budgets = budgets;
        this.settings = settings;
        this.days = days;
        this.events = events;
    }

    /** Everything that can be asked, by key. */
    public Map<String, Question> questions() {
        return book.questions();
    }

    /** All aids. */
    public Collection<Benefit> all() {
        return book.entries().stream().map(BenefitBook.Entry::benefit).toList();
    }

    /** What is known before the first question: the country, what the budget says, and answers that were kept with consent. */
    public Map<String, Object> known(CustomerId customer) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("country", settings.country().key());
        budgets.current(customer).ifPresent(budget -> {
            answers.put("income", budget.result().income() / 100.0);
            answers.put("adults", (double) budget.household().adults());
            answers.put("children", (double) budget.household().children());
        });
        answers.putAll(store.of(customer, days.today()));
        return answers;
    }

    /**
     * What can be said for these answers.
     *
     * @param answers by the key of the question: Boolean, Double or the key of an option
     * @param skipped questions the customer does not want to answer
     * @throws InvalidException naming each answer that is none
     */
    public Findings look(Map<String, Object> answers, Set<String> skipped) {
        check(answers);
        return finder.look(answers, skipped);
    }

    /** Keeps the answers for next time, with the customer's consent. */
    @Transactional
    public void keep(CustomerId customer, Map<String, Object> answers, Consent consent, String who) {
        String how = consent.required();
        check(answers);
        store.keep(customer, answers, how, days.today().plusMonths(CareLimits.NEED_MONTHS), who, days.now());
        events.publishEvent(new AuditedEvent(
                who, "answers.kept", "customer", customer.toString(), null, answers.size() + " answers"));
        events.publishEvent(new CareChanged(customer));
    }

    /** Forgets the answers that were kept. */
    @Transactional
    public void forget(CustomerId customer, String who) {
        store.delete(customer);
        events.publishEvent(new AuditedEvent(who, "answers.forgotten", "customer", customer.toString(), null, null));
        events.publishEvent(new CareChanged(customer));
    }

    private void check(Map<String, Object> answers) {
        List<Problem> problems = new ArrayList<>();
        answers.forEach((key, value) -> {
            Question question = book.questions().get(key);
            if (question == null || !fits(question, value)) {
                problems.add(new Problem(
                        key,
                        new LocalText(
                                "This is no answer to the question.", "Ce n’est pas une réponse à la question.")));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }

    private static boolean fits(Question question, Object value) {
        return switch (question.type()) {
            case YESNO -> value instanceof Boolean;
            case NUMBER -> value instanceof Number number && number.doubleValue() >= 0;
            case CHOICE ->
                question.options().stream().anyMatch(each -> each.key().equals(value));
        };
    }
}
