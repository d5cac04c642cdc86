package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import org.attune.ui.Texts;

/** Asks before unsaved work is left behind, within the application and by the browser. */
final class LeaveGuard {
    private LeaveGuard() {}

    /** The browser asks, too, before the tab is closed or loaded again. */
    static void unsaved(Component page, boolean is) {
        page.getElement().executeJs("window.onbeforeunload = $0 ? e => { e.preventDefault(); return ''; } : null", is);
    }

    /** Lets go when nothing is unsaved, and asks otherwise. */
    static void leave(BeforeLeaveEvent event, Component page, boolean unsaved) {
        if (!unsaved) {
            unsaved(page, false);
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Texts.of("studio.leave.title"));
        dialog.setText(Texts.of("studio.leave.words"));
        dialog.setConfirmText(Texts.of("studio.leave.yes"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(Texts.of("studio.leave.no"));
        dialog.addConfirmListener(confirmed -> {
            UI.getCurrent().getPage().executeJs("window.onbeforeunload = null");
            onwards.proceed();
        });
        dialog.addCancelListener(cancelled -> onwards.cancel());
        dialog.open();
    }
}
