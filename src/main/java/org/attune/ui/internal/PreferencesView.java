package org.attune.ui.internal;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.access.CurrentUser;
import org.attune.access.Scheme;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.KeyCommand;
import org.attune.ui.KeyMap;
import org.attune.ui.Keys;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** What everybody chooses for themselves: language, colours, keys. Each choice counts at once, in all open windows. */
@Route(value = "preferences", layout = MainLayout.class)
@PermitAll
class PreferencesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Keys keys;
    private final String username;
    private final transient List<KeyCommand> commands;
    private final Span said = new Span();
    private final Checkbox on = new Checkbox(Texts.of("ui.keys.on"));
    private final List<TextField> fields = new ArrayList<>();

    PreferencesView(CurrentUser user, UserMenu.Choices choices, Keys keys) {
        super(Texts.of("ui.preferences"));
        this.keys = keys;
        username = user.username();
        commands = keys.commands(user.role().orElse(null));
        addClassName("preferences");
        content().addClassName("stack");
        content().add(look(choices));
        if (!commands.isEmpty()) {
            content().add(keys());
            show();
        }
        said.getElement().setAttribute("role", "status");
        said.addClassName("muted");
        footerStart().add(said);
    }

    private Card look(UserMenu.Choices choices) {
        Segmented<Language> language = new Segmented<Language>(
                        Texts.of("ui.language"), choice -> choices.language(username, choice))
                .option(Language.EN, "English")
                .option(Language.FR, "Français");
        language.setValue(Language.of(Texts.locale()));
        Segmented<Optional<Scheme>> scheme = new Segmented<Optional<Scheme>>(
                        Texts.of("ui.scheme"), choice -> choices.scheme(username, choice))
                .option(Optional.empty(), Texts.of("ui.scheme.system"))
                .option(Optional.of(Scheme.LIGHT), Texts.of("ui.scheme.light"))
                .option(Optional.of(Scheme.DARK), Texts.of("ui.scheme.dark"));
        scheme.setValue(choices.scheme(username));
        Div row = new Div(labelled("ui.language", language), labelled("ui.scheme", scheme));
        row.addClassNames("row", "wrap", "looks");
        return new Card(new SectionTitle(Texts.of("ui.preferences.look")), row);
    }

    private static Div labelled(String key, Div field) {
        Span label = new Span(Texts.of(key));
        label.addClassName("menu-label");
        label.getElement().setAttribute("aria-hidden", "true");
        Div both = new Div(label, field);
        both.addClassNames("stack", "tight");
        return both;
    }

    private Card keys() {
        Paragraph words = new Paragraph(Texts.of("ui.keys.words"));
        words.addClassName("muted");
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keys.setOn(username, change.getValue());
                said.setText(Texts.of(change.getValue() ? "ui.keys.are-on" : "ui.keys.are-off"));
                show();
            }
        });
        Div list = new Div();
        list.addClassName("key-fields");
        commands.forEach(each -> list.add(row(each)));
        ActionButton usual = new ActionButton(Texts.of("ui.keys.reset"), click -> {
                    keys.reset(username);
                    show();
                    said.setText(Texts.of("ui.keys.are-usual"));
                })
                .icon(Icons.UNDO);
        Card card = new Card(new SectionTitle(Texts.of("ui.keys")).end(usual), words, on, list);
        card.named(Texts.of("ui.keys"));
        card.addClassName("stack");
        return card;
    }

    private Div row(KeyCommand command) {
        Span label = new Span(Texts.of(command.labelKey()));
        label.getElement().setAttribute("aria-hidden", "true");
        TextField field = new TextField();
        field.setAriaLabel(Texts.of(command.labelKey()));
        field.setMaxLength(1);
        field.setAutoselect(true);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                choose(command, field);
            }
        });
        // Whoever empties a field and goes on keeps the key there was.
        field.addBlurListener(left -> {
            if (field.getValue().isBlank()) {
                show();
            }
        });
        fields.add(field);
        Div row = new Div(field, label);
        row.addClassName("key-field");
        return row;
    }

    private void choose(KeyCommand command, TextField field) {
        try {
            keys.put(username, command, field.getValue());
            said.setText(
                    Texts.of("ui.keys.saved", keys.of(username).shown(command.key()), Texts.of(command.labelKey())));
            show();
        } catch (InvalidException e) {
            field.setErrorMessage(e.problems().getFirst().message(Language.of(Texts.locale())));
            field.setInvalid(true);
        }
    }

    private void show() {
        KeyMap map = keys.of(username);
        on.setValue(map.on());
        for (int i = 0; i < fields.size(); i++) {
            KeyCommand command = commands.get(i);
            TextField field = fields.get(i);
            field.setInvalid(false);
            field.setValue(map.chosen().getOrDefault(command.key(), command.key()));
            field.setEnabled(map.on());
        }
    }
}
