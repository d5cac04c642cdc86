package org.attune.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.apache.catalina.connector.ClientAbortException;
import org.attune.kernel.AttuneException;
import org.attune.kernel.Ids;
import org.attune.platform.Outage;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors while somebody works on a page: a short note with a reference that also stands in the log. */
class Mishaps implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        if (cause instanceof UIDetachedException || cause instanceof ClientAbortException) {
            LOG.debug("A page was closed while it was being answered", cause);
            return;
        }
        UI ui = UI.getCurrent();
        if (cause instanceof AttuneException told) {
            if (ui != null) {
                ui.access(() -> Notify.error(told));
            }
            return;
        }
        if (Outage.is(cause)) {
            LOG.debug("Not done, the database is away: {}", cause.getMessage());
            if (ui != null) {
                ui.access(() -> Notify.info(Texts.of("ui.away.note")));
            }
            return;
        }
        String reference = log(cause);
        if (ui != null) {
            ui.access(() -> Notify.error(Texts.of("ui.error.note", reference)));
        }
    }

    /** Writes the error down and gives the reference under which it can be found. */
    static String log(Throwable cause) {
        String id = Ids.next().toString();
        String reference = id.substring(id.length() - 8);
        LOG.error("Error {} on a page", reference, cause);
        return reference;
    }
}
