package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Frequency;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One category of the form: how much, how often, and a comment where it is above the guideline. */
final class BudgetRow extends Div {
    private static final long serialVersionUID = 1L;

    private final BigDecimalField amount = new BigDecimalField();
    private final Select<Frequency> frequency = new Select<>();
    private final TextField comment = new TextField();

    BudgetRow(Category category, Runnable typed) {
        addClassName("budget-row");
        String name = Words.of(category.label());
        Span label = new Span(name);
        amount.setAriaLabel(name);
        amount.setLocale(Texts.locale());
        amount.addClassName("tnum");
        amount.addValueChangeListener(change -> typed.run());
        frequency.setItems(Frequency.values());
        frequency.setItemLabelGenerator(each -> each == null ? "" : Texts.of("care.per." + each.key()));
        frequency.setAriaLabel(Texts.of("care.per", name));
        frequency.setValue(Frequency.MONTH);
        frequency.addValueChangeListener(change -> typed.run());
        comment.setAriaLabel(Texts.of("care.budget.comment", name));
        comment.setMaxLength(200);
        comment.setVisible(false);
        comment.addClassName("budget-comment");
        comment.setManualValidation(true);
        comment.addValueChangeListener(change -> {
            comment.setInvalid(false);
            typed.run();
        });
        add(label, amount, frequency, comment);
    }

    void fill(@Nullable BigDecimal value, Frequency often, String why) {
        amount.setValue(value);
        frequency.setValue(often);
        comment.setValue(why);
    }

    @Nullable
    BigDecimal amount() {
        return amount.getValue();
    }

    Frequency frequency() {
        return frequency.getValue() == null ? Frequency.MONTH : frequency.getValue();
    }

    String comment() {
        return comment.getValue();
    }

    /** The comment says what is wrong with it; false where there is no comment to ask for. */
    boolean complains(String message, boolean focus) {
        if (!comment.isVisible()) {
            return false;
        }
        comment.setErrorMessage(message);
        comment.setInvalid(true);
        if (focus) {
            comment.focus();
        }
        return true;
    }

    /** @param guideline above which the spending is, null when it is not */
    void above(@Nullable String guideline) {
        comment.setVisible(guideline != null);
        comment.setInvalid(comment.isInvalid() && guideline != null);
        if (guideline != null) {
            comment.setPlaceholder(Texts.of("care.budget.above", guideline));
        }
    }
}
