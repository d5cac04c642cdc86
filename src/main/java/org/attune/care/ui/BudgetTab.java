package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.care.BudgetVersion;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Budget.Flag;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Budget.Result;
import org.attune.care.engine.Budget.Side;
import org.attune.care.engine.Frequency;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Income and expenditure: what is typed adds up at once; it is kept with the customer's consent only. */
final class BudgetTab extends CareTab {
    private static final long serialVersionUID = 1L;

    private final Span latest = Words.muted("");
    private final Span sums = new Span();
    private final Span left = new Span();
    private final IntegerField adults = new IntegerField(Texts.of("care.adults"));
    private final IntegerField children = new IntegerField(Texts.of("care.children"));
    private final Map<String, BudgetRow> rows = new LinkedHashMap<>();
    private final ConsentBox consent = new ConsentBox("care.consent");
    private boolean filling;

    BudgetTab(Host host) {
        super(host);
        addClassName("budget-tab");
        number(adults, 1, 12);
        number(children, 0, 20);
        add(Words.row(adults, children, latest));
        Div form = new Div();
        form.addClassName("budget-form");
        Side side = null;
        for (Category category : services().budgets().form()) {
            if (category.side() != side) {
                side = category.side();
                H3 head = new H3(Texts.of("care.side." + side.name().toLowerCase(Locale.ROOT)));
                head.addClassName("overline");
                form.add(head);
            }
            BudgetRow row = new BudgetRow(category, this::typed);
            rows.put(category.key(), row);
            form.add(row);
        }
        sums.addClassNames("tnum", "muted");
        left.addClassNames("tnum", "strong");
        left.getElement().setAttribute("aria-live", "polite");
        ActionButton keep = new ActionButton(Texts.of("care.budget.keep"), click -> keep()).primary();
        Div foot = Words.row(sums, left, consent, keep);
        foot.addClassName("care-foot");
        add(form, foot);
    }

    private void number(IntegerField field, int least, int most) {
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.addValueChangeListener(change -> typed());
    }

    @Override
    String title() {
        return Texts.of("care.budget");
    }

    /** Begins with what was kept last, or goes on where the agent was. */
    @Override
    void refresh() {
        CareDraft draft = draft();
        services()
                .budgets()
                .current(customer())
                .ifPresentOrElse(this::known, () -> latest.setText(Texts.of("care.budget.none")));
        filling = true;
        adults.setValue(draft.adults);
        children.setValue(draft.children);
        rows.forEach((key, row) -> row.fill(
                draft.amounts.get(key),
                draft.frequencies.getOrDefault(key, Frequency.MONTH),
                draft.comments.getOrDefault(key, "")));
        filling = false;
        sum();
    }

    @Override
    void changed() {
        services().budgets().current(customer()).ifPresent(this::say);
    }

    private void known(BudgetVersion version) {
        say(version);
        CareDraft draft = draft();
        if (!draft.budgetBegun) {
            draft.adults = version.household().adults();
            draft.children = version.household().children();
            version.lines().forEach(line -> {
                draft.amounts.put(line.category(), Words.typed(line.cents()));
                draft.frequencies.put(line.category(), line.frequency());
                draft.comments.put(line.category(), line.comment());
            });
        }
    }

    private void say(BudgetVersion version) {
        latest.setText(Texts.of(
                "care.budget.version",
                version.version(),
                formats().dateTime(version.madeAt()),
                person(version.madeBy()),
                formats().date(version.expiresOn())));
    }

    private void typed() {
        if (filling) {
            return;
        }
        CareDraft draft = draft();
        draft.budgetBegun = true;
        draft.adults = adults.getValue() == null ? 1 : adults.getValue();
        draft.children = children.getValue() == null ? 0 : children.getValue();
        rows.forEach((key, row) -> {
            BigDecimal amount = row.amount();
            if (amount == null) {
                draft.amounts.remove(key);
            } else {
                draft.amounts.put(key, amount);
            }
            draft.frequencies.put(key, row.frequency());
            draft.comments.put(key, row.comment());
        });
        sum();
    }

    private void sum() {
        Result result;
        try {
            result = services().budgets().add(household(), lines());
        } catch (InvalidException e) {
            left.setText(Words.problem(e));
            return;
        }
        sums.setText(Texts.of("care.budget.sums", euro(result.income()), euro(result.fixed() + result.flexible())));
        boolean deficit = result.surplus() < 0;
        left.setText(
                Texts.of(deficit ? "care.budget.deficit" : "care.budget.surplus", euro(Math.abs(result.surplus()))));
        left.setClassName("todo-overdue", deficit);
        Map<String, Flag> flags = new LinkedHashMap<>();
        result.flags().forEach(flag -> flags.put(flag.category(), flag));
        rows.forEach((key, row) -> {
            Flag flag = flags.get(key);
            row.above(flag == null ? null : euro(flag.guideline()));
        });
    }

    private Household household() {
        return new Household(draft().adults, draft().children);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        draft().amounts.forEach((key, amount) -> {
            Long cents = Words.cents(amount);
            if (cents != null && cents != 0) {
                lines.add(new Line(
                        key,
                        cents,
                        draft().frequencies.getOrDefault(key, Frequency.MONTH),
                        draft().comments.getOrDefault(key, "")));
            }
        });
        return lines;
    }

    /** Marks the comment that is missing; the first one has the focus. */
    private boolean uncommented(Problem problem, boolean[] first) {
        BudgetRow row = rows.get(problem.place());
        if (row == null || !row.complains(problem.message(Words.language()), first[0])) {
            return false;
        }
        first[0] = false;
        return true;
    }

    private void keep() {
        boolean[] first = {true};
        boolean kept = Words.tell(
                () -> services().budgets().save(customer(), household(), lines(), consent.said(), agent()),
                problem -> consent.complains(problem) || uncommented(problem, first));
        if (kept) {
            consent.setValue(false);
            draft().budgetBegun = false;
            Notify.success(Texts.of("care.budget.kept"));
            changed();
        }
    }
}
