package org.attune.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.attune.kernel.AttuneException;
import org.attune.kernel.Language;

/** Short notes at the lower edge; screen readers read them out. */
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
        Notification notification = show(Icons.WARNING, "bad", text, 10_000);
        notification.setAssertive(true);
    }

    /** Something could not be done as things stand: why, in the reader's language. */
    public static void info(AttuneException why) {
        info(why.words().in(Language.of(Texts.locale())));
    }

    /** The same, until it is closed or ten seconds have passed. */
    public static void error(AttuneException why) {
        error(why.words().in(Language.of(Texts.locale())));
    }

    private static Notification show(Icons icon, String kind, String text, int millis) {
        Notification notification = new Notification();
        notification.setDuration(millis);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        ActionButton close = new ActionButton(Texts.of("ui.close"), click -> notification.close())
                .link()
                .iconOnly(Icons.CLOSE);
        Div note = new Div(icon.create(), new Span(text), close);
        note.addClassNames("note", "note-" + kind);
        notification.add(note);
        notification.open();
        return notification;
    }
}
