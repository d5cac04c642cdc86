package org.attune.ui.internal;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import org.attune.kernel.AttuneException;
import org.attune.platform.DatabaseBack;
import org.attune.platform.DatabaseWatch;
import org.attune.platform.Outage;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Something broke while the page was being made; the reference leads to the line in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedErrorPage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    private final transient News news;
    private final transient DatabaseWatch watch;
    private transient @Nullable Registration waiting;

    UnexpectedErrorPage(News news, DatabaseWatch watch) {
        super("ui.error.title");
        this.news = news;
        this.watch = watch;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (isTold(parameter.getCaughtException())) {
            setHeading(Texts.of("ui.notfound.title"));
            show(Icons.SEARCH, Texts.of("ui.notfound.thing"), Texts.of("ui.notfound.thing.words"));
            return 404;
        }
        if (Outage.is(parameter.getCaughtException())) {
            setHeading(Texts.of("ui.away.title"));
            show(Icons.WARNING, Texts.of("ui.away.title"), Texts.of("ui.away.page"));
            comeBack();
            return 503;
        }
        String reference = Mishaps.log(parameter.getCaughtException());
        show(Icons.WARNING, Texts.of("ui.error.title"), Texts.of("ui.error.reference", reference));
        return 500;
    }

    /** Opens the page that was asked for as soon as the database is back. */
    private void comeBack() {
        UI ui = UI.getCurrent();
        waiting = news.listen(
                DatabaseBack.class, back -> ui.access(() -> ui.getPage().reload()));
        if (watch.look()) { // back in this very moment
            ui.getPage().reload();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (waiting != null) {
            waiting.remove();
        }
    }

    /** An error of our own words may come wrapped, when it was met while the page was being made. */
    private static boolean isTold(@Nullable Throwable cause) {
        return cause != null && (cause instanceof AttuneException || isTold(cause.getCause()));
    }
}
