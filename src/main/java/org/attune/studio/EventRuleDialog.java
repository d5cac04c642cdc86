package org.attune.studio;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.catalog.Action;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.policy.EventRule;
import org.attune.strategy.Strategies;
import org.attune.ui.ActionButton;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One event rule, changed or made anew. What is wrong stands at its field. */
class EventRuleDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField key = Fields.text(Texts.of("studio.events.key"));
    private final TextField labelEn = Fields.text(Texts.of("studio.events.label.en"));
    private final TextField labelFr = Fields.text(Texts.of("studio.events.label.fr"));
    private final ComboBox<String> signal = new ComboBox<>(Texts.of("studio.events.signal"));
    private final RuleField when;
    private final Select<String> then = new Select<>();
    private final TextArea whyEn = Fields.area(Texts.of("studio.events.why.en"), 2);
    private final TextArea whyFr = Fields.area(Texts.of("studio.events.why.fr"), 2);
    private final ComboBox<String> action = new ComboBox<>(Texts.of("studio.events.action"));
    private final IntegerField priority = Fields.integer(Texts.of("studio.events.priority.field"));
    private final IntegerField dueDays = Fields.integer(Texts.of("studio.events.due"));
    private final IntegerField onceInDays = Fields.integer(Texts.of("studio.events.once"));
    private final Checkbox on = new Checkbox(Texts.of("studio.events.is.on"));
    private final Div outreach = new Div();
    private final Map<String, HasValidationProperties> places = new LinkedHashMap<>();
    private final transient Consumer<EventRule> save;

    EventRuleDialog(
            @Nullable EventRule rule,
            Strategies strategies,
            EventSentences sentences,
            AttributeDictionary dictionary,
            Consumer<EventRule> save) {
        this.save = save;
        setHeaderTitle(rule == null ? Texts.of("studio.events.new") : Words.in(rule.label()));
        setWidth("min(760px, 94vw)");
        when = new RuleField(Texts.of("studio.events.if"), Texts.of("studio.events.if.hint"), strategies::checkRule);
        signal.setItems(sentences.signals());
        signal.setItemLabelGenerator(sentences::signal);
        signal.setAllowCustomValue(true);
        signal.addCustomValueSetListener(typed -> signal.setValue(typed.getDetail()));
        signal.setManualValidation(true);
        then.setLabel(Texts.of("studio.events.then"));
        then.setItems(EventRule.OUTREACH, EventRule.REDECIDE);
        then.setItemLabelGenerator(each -> Texts.of("studio.events." + each + ".long"));
        then.addValueChangeListener(change -> outreach.setVisible(EventRule.OUTREACH.equals(change.getValue())));
        action.setItems(
                strategies.document().actions().stream().map(Action::key).toList());
        action.setItemLabelGenerator(sentences::action);
        action.setClearButtonVisible(true);
        action.setPlaceholder(Texts.of("studio.events.action.decide"));
        action.setHelperText(Texts.of("studio.events.action.hint"));
        action.setManualValidation(true);
        places.put("key", key);
        places.put("label", labelEn);
        places.put("signal", signal);
        places.put("why", whyEn);
        places.put("action", action);
        places.put("priority", priority);
        places.put("dueDays", dueDays);
        places.put("onceInDays", onceInDays);
        layout(strategies, dictionary);
        fill(rule);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.save"), click -> store(rule)).primary());
        (rule == null ? key : labelEn).focus();
    }

    private void layout(Strategies strategies, AttributeDictionary dictionary) {
        Div names = fields(labelEn, labelFr, signal, then);
        Div numbers = new Div(priority, dueDays, onceInDays);
        numbers.addClassNames("fields", "fields-3");
        action.setWidthFull();
        outreach.addClassName("stack");
        outreach.add(fields(whyEn, whyFr), action, numbers);
        key.setWidthFull();
        Div all = new Div(
                key, names, when, new RuleNames(strategies.ruleNames(), dictionary, when::insert), outreach, on);
        all.addClassName("stack");
        add(all);
    }

    private static Div fields(com.vaadin.flow.component.Component... fields) {
        Div block = new Div(fields);
        block.addClassNames("fields", "fields-2");
        return block;
    }

    private void fill(@Nullable EventRule rule) {
        key.setVisible(rule == null);
        key.setHelperText(Texts.of("studio.events.key.hint"));
        labelEn.setValue(rule == null ? "" : rule.label().en());
        labelFr.setValue(rule == null ? "" : rule.label().fr());
        signal.setValue(rule == null ? null : rule.signal());
        when.source().setValue(rule == null ? "" : rule.when());
        then.setValue(rule == null ? EventRule.OUTREACH : rule.then());
        whyEn.setValue(rule == null ? "" : rule.why().en());
        whyFr.setValue(rule == null ? "" : rule.why().fr());
        action.setValue(rule == null ? null : rule.action());
        EventRule numbers = rule != null && rule.reachesOut() ? rule : null;
        priority.setValue(numbers == null ? 40 : numbers.priority());
        dueDays.setValue(numbers == null ? 3 : numbers.dueDays());
        onceInDays.setValue(numbers == null ? 30 : numbers.onceInDays());
        on.setValue(rule == null || !rule.off());
    }

    private void store(@Nullable EventRule base) {
        places.values().forEach(each -> each.setInvalid(false));
        String typed = signal.getValue();
        EventRule changed = new EventRule(
                base == null ? key.getValue().strip() : base.key(),
                text(labelEn.getValue(), labelFr.getValue()),
                text(whyEn.getValue(), whyFr.getValue()),
                typed == null ? "" : typed.strip(),
                when.source().getValue().strip(),
                then.getValue(),
                !on.getValue(),
                number(onceInDays),
                number(dueDays),
                number(priority),
                action.getValue());
        try {
            save.accept(changed);
            close();
        } catch (InvalidException e) {
            when.check();
            e.problems().forEach(problem -> mark(problem, changed.key()));
        }
    }

    private void mark(Problem problem, String rule) {
        String place = problem.place().replace("eventRules[" + rule + "].", "");
        if (place.startsWith("when ")) {
            return;
        }
        HasValidationProperties field = places.get(place);
        if (field == null) {
            Notify.error(problem.message());
        } else {
            field.setErrorMessage(problem.message());
            field.setInvalid(true);
        }
    }

    private static int number(IntegerField field) {
        Integer typed = field.getValue();
        return typed == null ? -1 : typed;
    }

    private static LocalText text(String en, String fr) {
        return new LocalText(en.strip(), fr.strip());
    }

    /** The problems of a rule typed here, for tests. */
    List<String> marked() {
        return places.entrySet().stream()
                .filter(each -> each.getValue().isInvalid())
                .map(Map.Entry::getKey)
                .toList();
    }
}
