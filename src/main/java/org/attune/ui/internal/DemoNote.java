package org.attune.ui.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.attune.ui.BannerPart;
import org.attune.ui.Texts;

/** The discreet banner that says: nothing here is real. Opens what modules put beside it, such as the live demo. */
public class DemoNote extends Div {
    private static final long serialVersionUID = 1L;

    public DemoNote(List<BannerPart> parts) {
        NativeButton button = new NativeButton(Texts.of("ui.demo.pill"));
        button.addClassName("demo-pill");
        button.setAriaLabel(Texts.of("ui.demo.title"));
        Popover popover = new Popover();
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.END_BOTTOM);
        popover.setAriaLabel(Texts.of("ui.demo.title"));
        Span title = new Span(Texts.of("ui.demo.title"));
        title.addClassName("menu-title");
        Div menu = new Div(title, new Paragraph(Texts.of("ui.demo.words")));
        menu.addClassName("menu");
        parts.forEach(part -> part.create().ifPresent(menu::add));
        popover.add(menu);
        add(button, popover);
    }
}
