package org.attune.ui.internal;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.attune.kernel.AttuneException;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Something broke while the page was being made; the reference leads to the line in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedErrorPage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    UnexpectedErrorPage() {
        super("ui.error.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (isTold(parameter.getCaughtException())) {
            setHeading(Texts.of("ui.notfound.title"));
            show(Icons.SEARCH, Texts.of("ui.notfound.thing"), Texts.of("ui.notfound.thing.words"));
            return 404;
        }
        String reference = Mishaps.log(parameter.getCaughtException());
        show(Icons.WARNING, Texts.of("ui.error.title"), Texts.of("ui.error.reference", reference));
        return 500;
    }

    /** An error of our own words may come wrapped, when it was met while the page was being made. */
    private static boolean isTold(@Nullable Throwable cause) {
        return cause != null && (cause instanceof AttuneException || isTold(cause.getCause()));
    }
}
