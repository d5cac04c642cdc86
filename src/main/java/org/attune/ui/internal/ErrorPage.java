package org.attune.ui.internal;

import com.vaadin.flow.component.html.Anchor;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.Page;
import org.attune.ui.Texts;

/** What is shown instead of a page that cannot be shown: what happened and where to go from here. */
abstract class ErrorPage extends Page {
    private static final long serialVersionUID = 1L;

    ErrorPage(String titleKey) {
        super(Texts.of(titleKey));
    }

    final void show(Icons icon, String title, String words) {
        Anchor home = new Anchor("", Texts.of("ui.error.home"));
        home.addClassNames("btn", "primary");
        home.getElement().setAttribute("router-link", "");
        content().removeAll();
        content().add(new EmptyState(icon, title, words, home));
    }
}
