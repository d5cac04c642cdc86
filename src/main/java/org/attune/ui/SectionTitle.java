package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A heading inside a page, with room at its right for a note or a control. */
public class SectionTitle extends Div {
    private static final long serialVersionUID = 1L;

    private final H2 heading = new H2();
    private final Span end = new Span();

    public SectionTitle(String text) {
        addClassName("section-title");
        heading.setText(text);
        end.addClassName("section-title-end");
        end.setVisible(false);
        add(heading, end);
    }

    /** Puts components at the right. */
    public SectionTitle end(Component... components) {
        end.add(components);
        end.setVisible(true);
        return this;
    }

    @Override
    public void setText(String text) {
        heading.setText(text);
    }

    @Override
    public String getText() {
        return heading.getText();
    }
}
