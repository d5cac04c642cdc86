package org.attune.studio;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.Factors;
import org.attune.ui.Card;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** Which factors count, how many recommendations, how much is tried out. */
class FactorsCard extends Card {
    private static final long serialVersionUID = 1L;

    private final Checkbox propensity = new Checkbox(Texts.of("studio.ranking.factor.propensity"));
    private final Checkbox context = new Checkbox(Texts.of("studio.ranking.factor.context"));
    private final Checkbox value = new Checkbox(Texts.of("studio.ranking.factor.value"));
    private final Checkbox lever = new Checkbox(Texts.of("studio.ranking.factor.lever"));
    private final IntegerField top = Fields.integer(Texts.of("studio.ranking.top"));
    private final NumberField control = Fields.number(Texts.of("studio.ranking.control"));
    private final NumberField exploration = Fields.number(Texts.of("studio.ranking.exploration"));
    private final Select<ExplorationMethod> method = new Select<>();
    private final Span words = new Span();
    private final transient Runnable onChange;
    private transient RankingDraft draft;
    private boolean filling;

    FactorsCard(RankingDraft draft, Runnable onChange) {
        this.draft = draft;
        this.onChange = onChange;
        addClassName("stack");
        named(Texts.of("studio.ranking.factors"));
        Div factors = new Div(propensity, times(), context, times(), value, times(), lever);
        factors.addClassNames("row", "wrap", "formula");
        control.setSuffixComponent(new Span("%"));
        exploration.setSuffixComponent(new Span("%"));
        top.setMin(1);
        top.setMax(10);
        top.setStepButtonsVisible(true);
        method.setLabel(Texts.of("studio.ranking.method"));
        method.setItems(ExplorationMethod.values());
        words.addClassNames("muted", "studio-note");
        words.getElement().setAttribute("aria-live", "polite");
        method.setItemLabelGenerator(each -> Texts.of("studio.ranking.method." + each.key()));
        Div fields = new Div(top, control, exploration, method);
        fields.addClassNames("fields", "fields-4");
        add(new SectionTitle(Texts.of("studio.ranking.factors")), factors, fields, words);
        for (Checkbox each : new Checkbox[] {propensity, context, value, lever}) {
            each.addValueChangeListener(change -> write());
        }
        top.addValueChangeListener(change -> write());
        control.addValueChangeListener(change -> write());
        exploration.addValueChangeListener(change -> write());
        method.addValueChangeListener(change -> write());
    }

    final void show(RankingDraft shown) {
        draft = shown;
        filling = true;
        propensity.setValue(draft.factors.propensity());
        context.setValue(draft.factors.context());
        value.setValue(draft.factors.value());
        lever.setValue(draft.factors.lever());
        top.setValue(draft.top);
        control.setValue(Math.round(draft.controlShare * 1000) / 10.0);
        exploration.setValue(Math.round(draft.exploration * 1000) / 10.0);
        method.setValue(draft.method);
        explain();
        filling = false;
    }

    private void write() {
        if (filling) {
            return;
        }
        draft.factors = new Factors(propensity.getValue(), context.getValue(), value.getValue(), lever.getValue());
        Integer many = top.getValue();
        boolean badTop = many == null || many < 1 || many > 10;
        mark(top, badTop, 1, 10);
        if (many != null && !badTop) {
            draft.top = many;
        }
        draft.controlShare = share(control, 20, draft.controlShare);
        draft.exploration = share(exploration, 100, draft.exploration);
        draft.method = method.getValue();
        explain();
        onChange.run();
    }

    private void explain() {
        words.setText(Texts.of("studio.ranking.method." + draft.method.key() + ".words"));
    }

    private static double share(NumberField field, int most, double before) {
        Double typed = field.getValue();
        boolean wrong = typed == null || typed < 0 || typed > most;
        mark(field, wrong, 0, most);
        return typed == null || wrong ? before : typed / 100;
    }

    private static void mark(
            com.vaadin.flow.component.shared.HasValidationProperties field, boolean wrong, int low, int high) {
        field.setErrorMessage(wrong ? Texts.of("studio.situation.range", low, high) : "");
        field.setInvalid(wrong);
    }

    private static Span times() {
        Span times = new Span("×");
        times.addClassName("muted");
        times.getElement().setAttribute("aria-hidden", "true");
        return times;
    }
}
