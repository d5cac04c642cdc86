package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;

/** A quiet surface with round corners. CSS class {@code card}; {@code card flush} has no padding, for tables. */
public class Card extends Section {
    private static final long serialVersionUID = 1L;

    public Card(Component... content) {
        addClassName("card");
        add(content);
    }

    /** Without padding: the content reaches the edges. */
    public Card flush() {
        addClassName("flush");
        return this;
    }

    /** Fills the height it is given; what is inside with class {@code scroll} scrolls. */
    public Card fill() {
        addClassName("fill");
        return this;
    }

    /** Gives the card a name for screen readers, which also makes it a region. */
    public Card named(String name) {
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", name);
        return this;
    }
}
