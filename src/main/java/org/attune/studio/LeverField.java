package org.attune.studio;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.attune.catalog.Lever;
import org.attune.ui.ActionButton;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Shows a lever as a button with its size and dates; pressing it opens the dialog. */
class LeverField extends CustomField<Lever> {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final ActionButton button;
    private final Span who = new Span();
    private String name;
    private Lever value = Lever.NONE;

    /** @param of what the lever moves, in words */
    LeverField(String label, String of, Formats formats) {
        super(Lever.NONE);
        this.formats = formats;
        name = label;
        setLabel(label);
        button = new ActionButton(
                "", click -> new LeverDialog(of, value, agreed -> setModelValue(show(agreed), true)).open());
        who.addClassName("studio-note");
        add(button, who);
        show(Lever.NONE);
    }

    /** Names it for screen readers, where there is no label. */
    LeverField named(String accessibleName) {
        name = accessibleName;
        show(value);
        return this;
    }

    @Override
    protected Lever generateModelValue() {
        return value;
    }

    @Override
    protected void setPresentationValue(@Nullable Lever lever) {
        show(lever == null ? Lever.NONE : lever);
    }

    private Lever show(Lever lever) {
        value = lever;
        String words = Levers.words(lever, LocalDate.now(formats.zone()), formats);
        button.setLabel(words);
        button.setAriaLabel(Texts.pair(name, words));
        who.setText(Levers.who(lever));
        return lever;
    }
}
