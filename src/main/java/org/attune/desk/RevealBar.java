package org.attune.desk;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/**
 * In a branch others see the screen: what a customer goes through comes to the page only while the agent holds a button, or the key V,
 * and leaves it when they let go. The browser hides it at once, before the server has heard.
 */
@JsModule("context://attune-reveal.js")
final class RevealBar extends Div {
    private static final long serialVersionUID = 1L;

    /** @param veil lifted while the button, or the key, is held */
    RevealBar(Veil veil) {
        addClassNames("reveal-bar", "row");
        ActionButton hold = new ActionButton(Texts.of("branch.reveal"), click -> {}).key("V");
        hold.getElement().setAttribute("data-reveal", "");
        hold.getElement().setAttribute("aria-pressed", "false");
        hold.getElement()
                .addEventListener(
                        "veil",
                        event -> veil.lift(
                                event.getEventData().path("event.detail").asBoolean()))
                .addEventData("event.detail");
        Span words = new Span(Texts.of("branch.hidden"));
        words.addClassName("grow");
        add(Icons.LOCK.create(), words, hold);
    }
}
