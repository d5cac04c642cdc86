package org.attune.studio;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParameters;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Asks for the little an action needs to begin with and opens its editor; nothing is stored here. */
class NewActionDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final TextField en = Fields.text(Texts.of("studio.edit.title.en"));
    private final TextField fr = Fields.text(Texts.of("studio.edit.title.fr"));
    private final ComboBox<String> group = new ComboBox<>(Texts.of("studio.field.group"));
    private final ComboBox<String> from = new ComboBox<>(Texts.of("studio.new.from"));
    private final TextField key = Fields.text(Texts.of("studio.new.key"));
    private boolean ownKey;

    /** @param model the action to copy, null for an empty one */
    NewActionDialog(StrategyDocument document, @Nullable Action model) {
        catalog = document.catalog();
        setHeaderTitle(Texts.of("studio.new.action"));
        setWidth("min(560px, 94vw)");
        group.setItems(PlacePart.groups(catalog));
        group.setItemLabelGenerator(each -> PlacePart.groupName(catalog, each));
        group.setManualValidation(true);
        from.setItems(catalog.actions().stream().map(Action::key).toList());
        from.setItemLabelGenerator(this::title);
        from.setPlaceholder(Texts.of("studio.new.empty"));
        from.setClearButtonVisible(true);
        from.addValueChangeListener(change -> copyGroup(change.getValue()));
        key.setHelperText(Texts.of("studio.new.key.hint"));
        en.addValueChangeListener(change -> proposeKey());
        key.addValueChangeListener(change -> ownKey |= change.isFromClient());
        if (model != null) {
            from.setValue(model.key());
        }
        Div fields = new Div(en, fr, group, from);
        fields.addClassNames("fields", "fields-2");
        key.setWidthFull();
        Paragraph words = new Paragraph(Texts.of("studio.new.words"));
        words.addClassName("muted");
        Div all = new Div(words, fields, key);
        all.addClassName("stack");
        add(all);
        getFooter()
                .add(
                        new ActionButton(Texts.of("ui.cancel"), click -> close()),
                        new ActionButton(Texts.of("studio.new.go"), click -> go()).primary());
        en.focus();
    }

    private String title(String action) {
        Action known = catalog.action(action);
        return known == null ? action : Words.in(known.title());
    }

    private void copyGroup(@Nullable String action) {
        Action model = action == null ? null : catalog.action(action);
        if (model != null && group.getValue() == null) {
            group.setValue(model.group());
        }
    }

    private void proposeKey() {
        if (!ownKey) {
            String wanted = Words.key(en.getValue());
            String free = wanted;
            for (int i = 2; catalog.action(free) != null; i++) {
                free = wanted + "-" + i;
            }
            key.setValue(free);
        }
    }

    private void go() {
        String typed = key.getValue().strip();
        boolean fine = mark(en, en.getValue().isBlank(), "studio.new.title.missing");
        fine &= mark(group, group.getValue() == null, "studio.edit.group.missing");
        fine &= mark(key, !typed.matches("[a-z0-9][a-z0-9-]{0,62}") || typed.equals("none"), "studio.new.key.hint");
        fine = fine && mark(key, catalog.action(typed) != null, "studio.new.key.taken");
        if (!fine) {
            return;
        }
        close();
        LocalText title = new LocalText(en.getValue().strip(), fr.getValue().strip());
        NewAction begun = new NewAction(typed, group.getValue(), title, from.getValue());
        UI.getCurrent().navigate(ActionView.class, new RouteParameters(ActionView.KEY, typed), begun.parameters());
    }

    private static boolean mark(HasValidationProperties field, boolean wrong, String words) {
        field.setErrorMessage(wrong ? Texts.of(words) : "");
        field.setInvalid(wrong);
        return !wrong;
    }
}
