package org.attune.studio;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.ui.Texts;

/** The names a rule may use, with type and meaning; a click puts one at the caret. */
class RuleNames extends Details {
    private static final long serialVersionUID = 1L;

    private final Map<NativeButton, String> buttons = new LinkedHashMap<>();

    RuleNames(Collection<String> names, AttributeDictionary dictionary, Consumer<String> onInsert) {
        setSummaryText(Texts.of("studio.rule.names", names.size()));
        TextField find = new TextField();
        find.setAriaLabel(Texts.of("studio.rule.names.find"));
        find.setPlaceholder(Texts.of("studio.rule.names.find"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setWidthFull();
        find.addValueChangeListener(change -> filter(change.getValue()));
        Div list = new Div();
        list.addClassNames("rule-names", "scroll");
        for (String name : new TreeSet<>(names)) {
            AttributeDefinition attribute = dictionary.find(name);
            String type = attribute == null
                    ? Texts.of("studio.name." + name + ".type")
                    : Texts.of("studio.type." + attribute.type().key());
            String label = attribute == null ? Texts.of("studio.name." + name) : Words.in(attribute.label());
            NativeButton button = new NativeButton("", click -> onInsert.accept(name));
            button.getElement().setAttribute("type", "button");
            Span kind = new Span(type);
            kind.addClassNames("muted", "small");
            button.add(new Code(name), kind, new Span(label));
            buttons.put(button, name + " " + label);
            list.add(button);
        }
        Div content = new Div(find, list);
        content.addClassNames("stack", "tight");
        add(content);
    }

    private void filter(String text) {
        buttons.forEach((button, words) -> button.setVisible(Words.contains(words, text)));
    }
}
