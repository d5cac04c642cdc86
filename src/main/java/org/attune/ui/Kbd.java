package org.attune.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import org.jspecify.annotations.Nullable;

/** The key that does what it stands beside: the one its reader has chosen, nothing where single keys are off. */
@Tag("kbd")
public class Kbd extends HtmlComponent implements HasText {
    private static final long serialVersionUID = 1L;

    private final String key;
    private boolean fixed;
    private @Nullable Component presses;
    private transient @Nullable Keycaps keycaps;

    /** @param key the usual key; a single character follows what the reader has chosen, anything longer stays */
    public Kbd(String key) {
        this.key = key;
        setText(cap(key));
        addClassName("kbd");
        // The button it stands in keeps its plain name; aria-keyshortcuts on the button tells the key.
        getElement().setAttribute("aria-hidden", "true");
    }

    /** What is printed on the key, which for some depends on the language. */
    private static String cap(String key) {
        return switch (key) {
            case "Enter" -> Texts.of("ui.key.enter");
            case "Esc" -> Texts.of("ui.key.esc");
            default -> key;
        };
    }

    /** A key that reads like this whatever its reader has chosen, and is told to screen readers: for lists of keys. */
    public static Kbd as(String key) {
        Kbd kbd = new Kbd(key);
        kbd.fixed = true;
        kbd.getElement().removeAttribute("aria-hidden");
        return kbd;
    }

    /** Says on a button, for screen readers, which key presses it. */
    Kbd pressing(Component button) {
        presses = button;
        return this;
    }

    void paint(KeyMap keys) {
        String shown = keys.shown(key);
        setText(shown);
        setVisible(!shown.isEmpty());
        if (presses != null && shown.isEmpty()) {
            presses.getElement().removeAttribute("aria-keyshortcuts");
        } else if (presses != null && !shown.isEmpty()) {
            presses.getElement().setAttribute("aria-keyshortcuts", shown);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (key.length() == 1 && !fixed) {
            keycaps = Keycaps.of(event.getUI());
            keycaps.add(this);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        // Not by the event's UI: when a whole page goes, there is none any more.
        Keycaps with = keycaps;
        if (with != null) {
            with.remove(this);
            keycaps = null;
        }
    }
}
