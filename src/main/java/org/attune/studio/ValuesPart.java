package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.attune.arbitration.engine.Priority;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.Problem;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Everything that has a number, and what priority it makes. */
class ValuesPart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final NumberField company = field("companyValue", Fields.number(Texts.of("studio.edit.value.company")));
    private final NumberField customer = field("customerValue", Fields.number(Texts.of("studio.edit.value.customer")));
    private final NumberField propensity =
            field("startingPropensity", Fields.number(Texts.of("studio.edit.propensity")));
    private final LeverField lever;
    private final IntegerField minutes = field("minutes", Fields.integer(Texts.of("studio.edit.minutes")));
    private final BigDecimalField cost = field("cost", Fields.money(Texts.of("studio.edit.cost")));
    private final BigDecimalField priceDelta = field("priceDelta", Fields.money(Texts.of("studio.edit.price-delta")));
    private final IntegerField answerDays = field("answers.days", Fields.integer(Texts.of("studio.edit.answer-days")));
    private final NumberField fulfilled =
            field("answers.fulfilledReward", Fields.number(Texts.of("studio.edit.fulfilled-reward")));
    private final Paragraph sum = new Paragraph();
    private final Div sale = new Div();

    ValuesPart(Formats formats, Runnable onChange) {
        super(Texts.of("studio.edit.values"), onChange);
        this.formats = formats;
        lever = field(
                "lever", new LeverField(Texts.of("studio.edit.lever"), Texts.of("studio.lever.this-action"), formats));
        propensity.setSuffixComponent(new Span("%"));
        minutes.setSuffixComponent(new Span("min"));
        answerDays.setSuffixComponent(new Span(Texts.of("studio.edit.answer-days.unit")));
        answerDays.setTooltipText(Texts.of("studio.edit.answer-days.hint"));
        fulfilled.setSuffixComponent(new Span("%"));
        fulfilled.setTooltipText(Texts.of("studio.edit.fulfilled-reward.hint"));
        Div fields = new Div(company, customer, propensity, lever, minutes, cost, priceDelta, answerDays, fulfilled);
        fields.addClassNames("fields", "fields-4");
        sum.addClassNames("sum", "tnum");
        sale.addClassNames("banner", "protected");
        sale.setText(Texts.of("studio.edit.sale"));
        sale.getElement().setAttribute("role", "status");
        add(fields, sale, sum);
    }

    @Override
    void show(Action action) {
        company.setValue(action.companyValue());
        customer.setValue(action.customerValue());
        propensity.setValue(Math.round(action.startingPropensity() * 1000) / 10.0);
        lever.setValue(action.lever());
        minutes.setValue(action.minutes());
        cost.setValue(cents(action.cost()));
        priceDelta.setValue(cents(action.priceDelta()));
        answerDays.setValue(action.terms().days());
        fulfilled.setValue(Math.round(action.terms().fulfilledReward() * 1000) / 10.0);
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        draft.companyValue = read("companyValue", company.getValue(), draft.companyValue, problems);
        draft.customerValue = read("customerValue", customer.getValue(), draft.customerValue, problems);
        double before = Math.round(draft.startingPropensity * 1000) / 10.0;
        double typed = read("startingPropensity", propensity.getValue(), before, problems);
        if (typed != before) {
            draft.startingPropensity = typed / 100;
        }
        draft.lever = read("lever", lever.getValue(), draft.lever, problems);
        draft.minutes = read("minutes", minutes.getValue(), draft.minutes, problems);
        draft.cost = read("cost", cost.getValue(), draft.cost, problems);
        draft.priceDelta = read("priceDelta", priceDelta.getValue(), draft.priceDelta, problems);
        draft.answerDays = read("answers.days", answerDays.getValue(), draft.answerDays, problems);
        double reward = Math.round(draft.fulfilledReward * 1000) / 10.0;
        double graded = read("answers.fulfilledReward", fulfilled.getValue(), reward, problems);
        if (graded != reward) {
            draft.fulfilledReward = graded / 100;
        }
    }

    /** The arithmetic of priority with the numbers as they stand, in one readable line. */
    void explain(Action action, Group group, Issue issue) {
        double value = Priority.value(issue.mix(), action.companyValue(), action.customerValue());
        LocalDate today = LocalDate.now(formats.zone());
        double factor = Priority.lever(
                issue.lever().on(today), group.lever().on(today), action.lever().on(today));
        double priority = Priority.of(action.startingPropensity(), 1, value, factor);
        sum.setText(Texts.of(
                "studio.edit.sum",
                formats.decimal(action.startingPropensity(), 2),
                formats.decimal(value, 1),
                formats.decimal(factor, 2),
                formats.decimal(priority, 1),
                Words.in(issue.label()),
                formats.percent(issue.mix(), 0),
                formats.percent(1 - issue.mix(), 0)));
        sale.setVisible(action.priceDelta().signum() > 0);
    }

    private static BigDecimal cents(BigDecimal money) {
        return money.scale() < 2 ? money.setScale(2) : money;
    }

    private static <T> T read(String place, @Nullable T typed, T before, List<Problem> problems) {
        if (typed == null) {
            problems.add(new Problem(place, Texts.of("studio.edit.number.missing")));
            return before;
        }
        return typed;
    }
}
