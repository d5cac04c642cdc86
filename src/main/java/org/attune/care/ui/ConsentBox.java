package org.attune.care.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.attune.care.Consent;
import org.attune.kernel.Problem;
import org.attune.ui.Texts;

/** The customer's yes to something being kept or passed on. Where it is missing, the box itself says so and has the focus. */
final class ConsentBox extends Checkbox {
    private static final long serialVersionUID = 1L;

    ConsentBox(String key) {
        super(Texts.of(key));
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
    }

    /** What the customer said. */
    Consent said() {
        return getValue() ? Consent.SAID : Consent.NONE;
    }

    /** Says what is wrong if it is about consent; whether it was. */
    boolean complains(Problem problem) {
        if (!problem.place().equals("consent")) {
            return false;
        }
        setErrorMessage(problem.message(Words.language()));
        setInvalid(true);
        focus();
        return true;
    }
}
