package org.attune.studio;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Attributes;
import org.attune.customer.Sensitivity;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** One definition beside the list: changed or made anew. */
class AttributePanel extends Card {
    private static final long serialVersionUID = 1L;

    private static final List<String> GROUPS = List.of("who", "holds", "recent", "today");
    private static final List<String> UNITS = List.of("none", "eur", "days", "months", "gb", "percent", "count");

    private final transient Attributes attributes;
    private final transient Consumer<AttributeDefinition> onSaved;
    private final String who;
    private final SectionTitle title = new SectionTitle("");
    private final TextField key = Fields.text(Texts.of("studio.attribute.key"));
    private final TextField labelEn = Fields.text(Texts.of("studio.attribute.label.en"));
    private final TextField labelFr = Fields.text(Texts.of("studio.attribute.label.fr"));
    private final Select<AttributeType> type = new Select<>();
    private final Select<Sensitivity> sensitivity = new Select<>();
    private final Checkbox predictor = new Checkbox(Texts.of("studio.attribute.predictor.long"));
    private final TextField source = Fields.text(Texts.of("studio.attribute.source"));
    private final Select<String> group = new Select<>();
    private final Select<String> unit = new Select<>();
    private final Checkbox shown = new Checkbox(Texts.of("studio.attribute.shown.long"));
    private final Map<String, HasValidationProperties> places = new LinkedHashMap<>();

    AttributePanel(Attributes attributes, String who, Consumer<AttributeDefinition> onSaved) {
        this.attributes = attributes;
        this.who = who;
        this.onSaved = onSaved;
        addClassNames("stack", "fill", "scroll");
        named(Texts.of("studio.attribute.panel"));
        key.setHelperText(Texts.of("studio.attribute.key.hint"));
        choice(type, "type", List.of(AttributeType.values()), each -> Texts.of("studio.type." + each.key()));
        choice(
                sensitivity,
                "sensitivity",
                List.of(Sensitivity.values()),
                each -> Texts.of("studio.sensitivity." + each.key()));
        choice(group, "group", GROUPS, each -> Texts.of("studio.group." + each));
        choice(unit, "unit", UNITS, each -> Texts.of("studio.unit." + each));
        predictor.setManualValidation(true);
        places.put("key", key);
        places.put("label", labelEn);
        places.put("type", type);
        places.put("sensitivity", sensitivity);
        places.put("predictor", predictor);
        places.put("group", group);
        places.put("unit", unit);
        Div fields = new Div(labelEn, labelFr, type, unit, group, source);
        fields.addClassNames("fields", "fields-2");
        key.setWidthFull();
        sensitivity.setWidthFull();
        add(
                title,
                key,
                fields,
                sensitivity,
                predictor,
                shown,
                new ActionButton(Texts.of("studio.save"), click -> save()).primary());
        startNew();
    }

    private <T> void choice(
            Select<T> select, String name, List<T> items, com.vaadin.flow.component.ItemLabelGenerator<T> words) {
        select.setLabel(Texts.of("studio.attribute." + name));
        select.setItems(items);
        select.setItemLabelGenerator(words);
        select.setManualValidation(true);
    }

    final void startNew() {
        fill(new AttributeDefinition(
                "new_attribute",
                AttributeType.NUMBER,
                LocalText.same(""),
                Sensitivity.ORDINARY,
                false,
                "studio",
                "who",
                "none",
                true));
        key.setValue("");
        key.setReadOnly(false);
        title.setText(Texts.of("studio.attribute.new"));
    }

    void show(AttributeDefinition definition) {
        fill(definition);
        key.setReadOnly(true);
        title.setText(Words.in(definition.label()));
    }

    private void fill(AttributeDefinition definition) {
        unmark();
        key.setValue(definition.key());
        labelEn.setValue(definition.label().en());
        labelFr.setValue(definition.label().fr());
        type.setValue(definition.type());
        sensitivity.setValue(definition.sensitivity());
        predictor.setValue(definition.predictor());
        source.setValue(definition.source());
        group.setValue(definition.group());
        unit.setValue(definition.unit());
        shown.setValue(definition.shown());
    }

    private void save() {
        unmark();
        try {
            boolean known = key.isReadOnly();
            String typed = key.getValue().strip();
            if (!known && attributes.dictionary().find(typed) != null) {
                throw new InvalidException("key", Texts.of("studio.attribute.key.taken", typed));
            }
            AttributeDefinition definition = new AttributeDefinition(
                    typed,
                    type.getValue(),
                    new LocalText(labelEn.getValue().strip(), labelFr.getValue().strip()),
                    sensitivity.getValue(),
                    predictor.getValue(),
                    source.getValue().strip(),
                    group.getValue(),
                    unit.getValue(),
                    shown.getValue());
            attributes.define(definition, who);
            show(definition);
            Notify.success(Texts.of("studio.attribute.saved", Words.in(definition.label())));
            onSaved.accept(definition);
        } catch (InvalidException e) {
            e.problems().forEach(this::mark);
        } catch (ConflictException e) {
            mark(new Problem("type", e.words()));
        }
    }

    private void mark(Problem problem) {
        HasValidationProperties field = places.get(problem.place());
        if (field == null) {
            Notify.error(problem.message());
        } else {
            field.setErrorMessage(problem.message());
            field.setInvalid(true);
        }
    }

    private void unmark() {
        places.values().forEach(each -> each.setInvalid(false));
    }
}
