package org.attune.ui;

import com.vaadin.flow.component.html.Span;

/** A short fact in a rounded outline. */
public class Chip extends Span {
    private static final long serialVersionUID = 1L;

    public Chip(String text) {
        super(text);
        addClassName("chip");
    }

    /** With an icon before the words. */
    public Chip(Icons icon, String text) {
        addClassName("chip");
        add(icon.create(), new Span(text));
    }

    /** With a dot that says something is going on. */
    public static Chip live(String text) {
        Chip chip = new Chip("");
        Span dot = new Span();
        dot.addClassName("dot-live");
        chip.add(dot, new Span(text));
        return chip;
    }
}
