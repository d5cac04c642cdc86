package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attune.interaction.WrapUpCode;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a queue as one group of choices, each with its digit; 0 stands for none where that is allowed. Under a veil they can be
 * chosen, but which one is chosen is only shown while the veil is lifted: it says how the conversation went.
 */
final class CodeChoice extends Div {
    private static final long serialVersionUID = 1L;

    private final transient List<@Nullable WrapUpCode> codes = new ArrayList<>();
    private final List<NativeButton> buttons = new ArrayList<>();
    private final transient Runnable chosen;
    private final transient Veil veil;
    private transient @Nullable WrapUpCode value;

    /** @param chosen told when the agent chooses */
    CodeChoice(List<WrapUpCode> offered, boolean mayBeNone, Veil veil, Runnable chosen) {
        this.chosen = chosen;
        this.veil = veil;
        addClassName("codes");
        setClassName("codes-veiled", veil.isThere());
        veil.onMove(open -> paint());
        getElement().setAttribute("aria-label", Texts.of("wrapup.code"));
        for (WrapUpCode each : offered) {
            add(each, Words.of(each.label()), codes.size() + 1);
        }
        if (mayBeNone) {
            add(null, Texts.of("wrapup.code.none"), 0);
        }
    }

    private void add(@Nullable WrapUpCode code, String label, int digit) {
        ActionButton button = new ActionButton(label, click -> choose(code)).key(Integer.toString(digit));
        button.addClassName("code");
        codes.add(code);
        buttons.add(button);
        add(button);
    }

    /** A digit was pressed. */
    void digit(int digit) {
        int place = digit == 0 ? codes.indexOf(null) : digit - 1;
        if (place >= 0 && place < codes.size() && (digit == 0 || codes.get(place) != null)) {
            choose(codes.get(place));
        }
    }

    private void choose(@Nullable WrapUpCode code) {
        show(code);
        chosen.run();
    }

    /** Marks a code without telling anybody. */
    void show(@Nullable WrapUpCode code) {
        value = code;
        paint();
    }

    private void paint() {
        boolean open = veil.isOpen();
        getElement().setAttribute("role", open ? "radiogroup" : "group");
        for (int i = 0; i < buttons.size(); i++) {
            Element button = buttons.get(i).getElement();
            if (open) {
                boolean is = Objects.equals(codes.get(i), value);
                button.setAttribute("role", "radio").setAttribute("aria-checked", Boolean.toString(is));
            } else {
                button.removeAttribute("role");
                button.removeAttribute("aria-checked");
            }
        }
    }

    /** What is chosen, null for none. */
    @Nullable
    WrapUpCode value() {
        return value;
    }
}
