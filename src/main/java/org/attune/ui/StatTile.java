package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with what it counts and a note. */
public class StatTile extends Div {
    private static final long serialVersionUID = 1L;

    private final Span value = new Span();
    private final Div note = new Div();

    public StatTile(String label, String value, String note) {
        addClassNames("card", "stat-tile");
        Span name = new Span(label);
        name.addClassName("stat-label");
        this.value.addClassName("stat-value");
        this.note.addClassName("stat-note");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        add(name, this.value, this.note);
        setFigure(value, note);
    }

    /** Changes figure and note. */
    public final void setFigure(String figure, String words) {
        value.setText(figure);
        note.setText(words);
    }

    /** Changes figure and note, the note being made of components. */
    public final void setFigure(String figure, Component... words) {
        value.setText(figure);
        note.removeAll();
        note.add(words);
    }
}
