package org.attune.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says quietly that there is nothing here, why, and what to do about it. */
public class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    public EmptyState(Icons icon, String title, String hint, Component... actions) {
        addClassName("empty-state");
        Paragraph head = new Paragraph(title);
        head.addClassName("empty-state-title");
        add(icon.create(), head);
        if (!hint.isEmpty()) {
            add(new Paragraph(hint));
        }
        add(actions);
    }
}
