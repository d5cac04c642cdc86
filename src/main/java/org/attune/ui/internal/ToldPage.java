package org.attune.ui.internal;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.attune.kernel.AttuneException;
import org.attune.kernel.ConflictException;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Texts;

/** The address names something that does not exist or cannot be read. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ToldPage extends ErrorPage implements HasErrorParameter<AttuneException> {
    private static final long serialVersionUID = 1L;

    ToldPage() {
        super("ui.notfound.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AttuneException> parameter) {
        show(Icons.SEARCH, Texts.of("ui.notfound.thing"), Texts.of("ui.notfound.thing.words"));
        return parameter.getException() instanceof ConflictException ? 409 : 404;
    }
}
