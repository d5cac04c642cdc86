package org.attune.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.attune.kernel.AttuneException;
import org.attune.kernel.Language;

/**
 * Short notes in the bar at the bottom of the page, see {@link Notices}; over it while a dialog is open. Screen readers read them out.
 */
public final class Notify {
    private Notify() {}

    /** Something was done. Gone after three seconds. */
    public static void success(String text) {
        show(Icons.CHECK, "good", text, 3000);
    }

    /** Something to know. Gone after five seconds. */
    public static void info(String text) {
        show(Icons.INFO, "info", text, 5000);
    }

    /** Something failed; says what and what to do. Stays ten seconds and can be closed. */
    public static void error(String text) {
        show(Icons.WARNING, "bad", text, 10_000);
    }

    /** Something could not be done as things stand: why, in the reader's language. */
    public static void info(AttuneException why) {
        info(why.words().in(Language.of(Texts.locale())));
    }

    /** The same, until it is closed or ten seconds have passed. */
    public static void error(AttuneException why) {
        error(why.words().in(Language.of(Texts.locale())));
    }

    private static void show(Icons icon, String kind, String text, int millis) {
        UI ui = UI.getCurrent();
        Notices notices = Notices.of(ui);
        // Under a dialog the page is out of reach, and what it says is not read out.
        if (notices.isAttached() && !ui.getInternals().hasModalComponent()) {
            notices.say(new Notices.Notice(icon, kind, text, millis));
        } else {
            over(ui, icon, kind, text, millis);
        }
    }

    /** Over the bar at the bottom, which nobody can press meanwhile; the later takes the place of the earlier. */
    private static void over(UI ui, Icons icon, String kind, String text, int millis) {
        Notification before = ComponentUtil.getData(ui, Notification.class);
        if (before != null) {
            before.close();
        }
        Notification notification = new Notification();
        notification.setDuration(millis);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(kind.equals("bad"));
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> notification.close())
                .link()
                .iconOnly(Icons.CLOSE);
        Div note = new Div(icon.create(), new Span(text), close);
        note.addClassNames("note", "note-" + kind);
        notification.add(note);
        ComponentUtil.setData(ui, Notification.class, notification);
        notification.open();
    }
}
