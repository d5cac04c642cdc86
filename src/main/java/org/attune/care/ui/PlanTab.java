package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.Plan;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.kernel.AttuneException;
import org.attune.ui.ActionButton;
import org.attune.ui.DayField;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The arrangement: worked out while the agent types, agreed on, and followed. */
final class PlanTab extends CareTab {
    private static final long serialVersionUID = 1L;

    private final Div calculator = new Div();
    private final Div running = new Div();
    private final Div result = new Div();
    private final BigDecimalField owed = new BigDecimalField(Texts.of("care.plan.owed"));
    private final Select<Frequency> frequency = new Select<>();
    private final DayField start = new DayField(Texts.of("care.plan.start"));
    private final BigDecimalField wished = new BigDecimalField(Texts.of("care.plan.wished"));
    private final TextField reason = new TextField(Texts.of("care.plan.reason"));
    private final ActionButton agree = new ActionButton("", click -> agree()).primary();
    private boolean filling;

    PlanTab(Host host) {
        super(host);
        calculator.addClassName("stack");
        running.addClassName("stack");
        result.addClassNames("stack", "tight", "care-plan");
        result.getElement().setAttribute("aria-live", "polite");
        owed.setLocale(Texts.locale());
        wished.setLocale(Texts.locale());
        wished.setPlaceholder(Texts.of("care.plan.wished.hint"));
        wished.setClearButtonVisible(true);
        frequency.setLabel(Texts.of("care.plan.frequency"));
        frequency.setItems(Frequency.WEEK, Frequency.FORTNIGHT, Frequency.MONTH);
        frequency.setItemLabelGenerator(each -> each == null ? "" : Texts.of("care.every." + each.key()));
        owed.addValueChangeListener(change -> typed());
        frequency.addValueChangeListener(change -> typed());
        start.addValueChangeListener(change -> typed());
        wished.addValueChangeListener(change -> typed());
        reason.addValueChangeListener(change -> draft().reason = change.getValue());
        reason.setMaxLength(300);
        reason.setWidthFull();
        Div fields = new Div(owed, wished, frequency, start);
        fields.addClassNames("fields", "fields-4");
        calculator.add(fields, result, reason, Words.row(agree));
        add(running, calculator);
    }

    @Override
    String title() {
        return Texts.of("care.plan");
    }

    @Override
    void refresh() {
        running.removeAll();
        List<Arrangement> all = services().arrangements().of(customer());
        Arrangement live =
                all.stream().filter(each -> each.state().live()).findFirst().orElse(null);
        if (live != null) {
            running.add(new ArrangementCard(this, live));
        } else {
            all.stream()
                    .findFirst()
                    .ifPresent(last -> running.add(Words.muted(Texts.of(
                            "care.plan.last",
                            Texts.of("care.state." + last.state().key()),
                            formats().date(last.proposedAt())))));
        }
        calculator.setVisible(live == null);
        if (live == null) {
            fill();
            calculate();
        }
    }

    private void fill() {
        filling = true;
        CareDraft draft = draft();
        LocalDate today = services().days().today();
        if (draft.owed == null) {
            Long known = Arrangements.cents(services()
                    .customers()
                    .context(customer(), services().days().now())
                    .value("amount_owed"));
            draft.owed = known == null || known <= 0 ? null : Words.typed(known);
        }
        if (draft.start == null || draft.start.isBefore(today)) {
            draft.start = today.plusDays(7);
        }
        start.setMin(today);
        start.setMax(today.plusMonths(3));
        owed.setValue(draft.owed);
        wished.setValue(draft.wished);
        frequency.setValue(draft.frequency);
        start.setValue(draft.start);
        reason.setValue(draft.reason);
        filling = false;
    }

    private void typed() {
        if (filling) {
            return;
        }
        CareDraft draft = draft();
        draft.owed = owed.getValue();
        draft.wished = wished.getValue();
        draft.frequency = frequency.getValue() == null ? Frequency.MONTH : frequency.getValue();
        draft.start = start.getValue();
        calculate();
    }

    private void calculate() {
        result.removeAll();
        Plan plan;
        Set<Beyond> beyond;
        try {
            plan = plan();
            beyond = services().arrangements().beyond(customer(), plan);
        } catch (AttuneException e) {
            result.add(new Span(Words.problem(e)));
            agree.setEnabled(false);
            agree.setLabel(Texts.of("care.plan.agree"));
            reason.setVisible(false);
            if (services().budgets().current(customer()).isEmpty()) {
                result.add(new ActionButton(Texts.of("care.budget"), click -> host().open(CarePanel.BUDGET)));
            }
            return;
        }
        Span sentence = new Span(PlanWords.sentence(plan, formats(), Texts.locale()));
        sentence.addClassName("spoken");
        result.add(sentence, Words.muted(PlanWords.dates(plan, formats())));
        result.add(Words.muted(
                Texts.of("care.plan.missed", formats().date(plan.afterMissing(1).end()))));
        for (Beyond why : beyond) {
            Div banner = new Div(new Span(Texts.of("care.beyond." + why.name().toLowerCase(Locale.ROOT))));
            banner.addClassNames("banner", "warn");
            result.add(banner);
        }
        reason.setVisible(!beyond.isEmpty());
        agree.setEnabled(true);
        agree.setLabel(Texts.of(beyond.isEmpty() ? "care.plan.agree" : "care.plan.hand-in"));
    }

    private Plan plan() {
        CareDraft draft = draft();
        @Nullable Long cents = Words.cents(draft.owed);
        LocalDate first = draft.start == null ? services().days().today() : draft.start;
        return services()
                .arrangements()
                .plan(customer(), cents == null ? 0 : cents, draft.frequency, first, Words.cents(draft.wished));
    }

    private void agree() {
        CareDraft draft = draft();
        @Nullable Long cents = Words.cents(draft.owed);
        LocalDate first = draft.start == null ? services().days().today() : draft.start;
        boolean done = Words.tell(() -> services()
                .arrangements()
                .propose(
                        customer(),
                        cents == null ? 0 : cents,
                        draft.frequency,
                        first,
                        Words.cents(draft.wished),
                        draft.reason,
                        Words.language(),
                        agent()));
        if (done) {
            draft.wished = null;
            draft.reason = "";
            Notify.success(Texts.of("care.plan.agreed"));
            refresh();
        }
    }
}
