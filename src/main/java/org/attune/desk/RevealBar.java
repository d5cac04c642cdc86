package org.attune.desk;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/**
 * In a branch others see the screen: what a customer goes through is hidden until the agent holds a button, or the key V, and
 * hidden again when they let go. The browser does it without asking the server.
 */
@JsModule("context://attune-reveal.js")
final class RevealBar extends Div {
    private static final long serialVersionUID = 1L;

    RevealBar() {
        addClassNames("reveal-bar", "row");
        ActionButton hold = new ActionButton(Texts.of("branch.reveal"), click -> {}).key("V");
        hold.getElement().setAttribute("data-reveal", "");
        hold.getElement().setAttribute("aria-pressed", "false");
        Span words = new Span(Texts.of("branch.hidden"));
        words.addClassName("grow");
        add(Icons.LOCK.create(), words, hold);
    }
}
