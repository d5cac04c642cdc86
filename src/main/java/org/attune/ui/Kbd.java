package org.attune.ui;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;

/** The key that does what it stands beside. */
@Tag("kbd")
public class Kbd extends HtmlComponent implements HasText {
    private static final long serialVersionUID = 1L;

    public Kbd(String key) {
        setText(key);
        addClassName("kbd");
        // The button it stands in keeps its plain name; aria-keyshortcuts on the button tells the key.
        getElement().setAttribute("aria-hidden", "true");
    }
}
