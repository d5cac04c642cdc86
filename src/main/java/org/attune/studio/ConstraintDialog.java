package org.attune.studio;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashSet;
import java.util.List;
import org.attune.kernel.LocalText;
import org.attune.policy.Constraint;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How much there is, who draws on it, and how long a proposal holds its part. */
class ConstraintDialog extends ContactDialog<Constraint> {
    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<String> actions;
    private final IntegerField stock;
    private final BigDecimalField budget;
    private final IntegerField minutes;

    ConstraintDialog(PartDesk<Constraint> desk, @Nullable Constraint base) {
        super(desk, Texts.of(base == null ? "studio.contact.constraint.new" : "studio.contact.constraint.edit"), base);
        Constraint shown = base == null
                ? new Constraint("new", LocalText.same(""), List.of(), 10, null, Constraint.DEFAULT_MINUTES)
                : base;
        labelEn.setValue(shown.label().en());
        labelFr.setValue(shown.label().fr());
        actions = new MultiSelectComboBox<>(Texts.of("studio.contact.actions"));
        actions.setItems(document.actions().stream().map(each -> each.key()).toList());
        actions.setItemLabelGenerator(key -> {
            var action = document.catalog().action(key);
            return action == null ? key : Words.in(action.title());
        });
        actions.setManualValidation(true);
        actions.setValue(new LinkedHashSet<>(shown.actions()));
        actions.addClassName("wide");
        field("actions", actions);
        stock = number("stock", 0, 1_000_000_000, shown.stock());
        stock.setPlaceholder(Texts.of("studio.contact.no-limit"));
        stock.setClearButtonVisible(true);
        budget = field("budget", Fields.money(Texts.of("studio.contact.budget")));
        budget.setPlaceholder(Texts.of("studio.contact.no-limit"));
        budget.setClearButtonVisible(true);
        budget.setValue(shown.budget());
        minutes = number("reservationMinutes", 1, 1440, shown.holdMinutes());
        preview();
    }

    @Override
    Constraint read(String key) {
        return new Constraint(
                key, label(), List.copyOf(actions.getValue()), stock.getValue(), budget.getValue(), number(minutes));
    }

    @Override
    String keyOf(Constraint part) {
        return part.key();
    }

    @Override
    String sentence(ContactSentences words, Constraint part) {
        return words.of(part);
    }
}
