package org.attune.ui.internal;

import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;

/** What is shown instead of a page that cannot be shown: what happened and where to go from here. */
abstract class ErrorPage extends Page {
    private static final long serialVersionUID = 1L;

    ErrorPage(String titleKey) {
        super(Texts.of(titleKey));
    }

    final void show(Icons icon, String title, String words) {
        PageLink home = new PageLink("", Texts.of("ui.error.home"));
        home.addClassNames("btn", "primary");
        content().removeAll();
        content().add(new EmptyState(icon, title, words, home));
    }
}
