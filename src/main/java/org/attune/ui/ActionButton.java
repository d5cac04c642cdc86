package org.attune.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/**
 * A plain button: quiet by default, {@link #primary()} for the one thing to do next, {@link #link()} for text. Its accessible
 * name is its text only, also when it shows a key.
 */
public class ActionButton extends NativeButton {
    private static final long serialVersionUID = 1L;

    private final Span label = new Span();

    public ActionButton(String text, ComponentEventListener<ClickEvent<NativeButton>> listener) {
        addClassName("btn");
        getElement().setAttribute("type", "button");
        label.setText(text);
        add(label);
        addClickListener(listener);
    }

    /** The one next step on a page or card. */
    public ActionButton primary() {
        addClassName("primary");
        return this;
    }

    /** Looks like text until it is pointed at. */
    public ActionButton link() {
        addClassName("link");
        return this;
    }

    /** Says that it takes something away. */
    public ActionButton danger() {
        addClassName("danger");
        return this;
    }

    /** Puts an icon before the text. */
    public ActionButton icon(Icons icon) {
        addComponentAsFirst(icon.create());
        return this;
    }

    /** Shows only the icon; the text becomes the accessible name and the tooltip. */
    public ActionButton iconOnly(Icons icon) {
        String text = label.getText();
        label.removeFromParent();
        addComponentAsFirst(icon.create());
        addClassName("icon-only");
        setAriaLabel(text);
        setTitle(text);
        return this;
    }

    /** Shows the key that presses it. The page has to listen for the key itself. */
    public ActionButton key(String key) {
        add(new Kbd(key).pressing(this));
        getElement().setAttribute("aria-keyshortcuts", key);
        return this;
    }

    /** Changes the words. */
    public void setLabel(String text) {
        label.setText(text);
    }

    /** The words on it. */
    public String label() {
        return label.getText();
    }
}
