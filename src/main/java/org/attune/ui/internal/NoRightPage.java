package org.attune.ui.internal;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Texts;

/** The page exists, but not for this role. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoRightPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1L;

    NoRightPage() {
        super("ui.noright.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        show(Icons.LOCK, Texts.of("ui.noright.title"), Texts.of("ui.noright.words"));
        return 403;
    }
}
