package org.attune.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.AllowInert;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The notices of one window, in the bar at the bottom of its page: they lie over nothing and move nothing. One stands there at a time; who
 * comes meanwhile waits, and shortens the time of the one before. They go along to the next page.
 */
public final class Notices extends Div {
    private static final long serialVersionUID = 1L;

    /** Long enough to read a line, when another one waits. */
    private static final int SHORT = 2500;

    /**
     * Something to say.
     *
     * @param kind {@code good}, {@code info} or {@code bad}
     * @param millis how long it stands when nothing else waits
     */
    record Notice(Icons icon, String kind, String text, int millis) {
        boolean isUrgent() {
            return kind.equals("bad");
        }
    }

    private final transient Deque<Notice> waiting = new ArrayDeque<>();
    private transient @Nullable Notice shown;
    private int number;
    private long since;

    private Notices() {
        addClassName("notices");
        getElement().setAttribute("role", "status");
        paint();
    }

    /** Those of a window. */
    public static Notices of(UI ui) {
        Notices known = ComponentUtil.getData(ui, Notices.class);
        if (known == null) {
            known = new Notices();
            ComponentUtil.setData(ui, Notices.class, known);
        }
        return known;
    }

    /** Shows it, or lets it wait for the one that is there. The same words twice are said once. */
    void say(Notice notice) {
        Notice now = shown;
        if (now != null && passed(now)) {
            next();
            now = shown;
        }
        if (now == null) {
            shown = notice;
            begin();
        } else if (!now.text().equals(notice.text())
                && waiting.stream().noneMatch(each -> each.text().equals(notice.text()))) {
            if (notice.isUrgent()) {
                waiting.addFirst(notice);
            } else {
                waiting.add(notice);
            }
            paint();
            time();
        }
    }

    /** The browser may be late, or not there: what has had its time is over all the same. */
    private boolean passed(Notice notice) {
        return System.nanoTime() - since
                > Duration.ofMillis(notice.millis() + 500L).toNanos();
    }

    private void next() {
        shown = waiting.poll();
        begin();
    }

    private void begin() {
        number++;
        since = System.nanoTime();
        paint();
        time();
    }

    private void paint() {
        removeAll();
        Notice now = shown;
        setClassName("speaks", now != null);
        for (String kind : new String[] {"good", "info", "bad"}) {
            setClassName("note-" + kind, now != null && now.kind().equals(kind));
        }
        if (now == null) {
            return;
        }
        Span words = new Span(now.text());
        words.addClassName("notice-words");
        words.setTitle(now.text());
        if (now.isUrgent()) {
            words.getElement().setAttribute("role", "alert");
        }
        add(now.icon().create(), words);
        if (!waiting.isEmpty()) {
            Span more = new Span(Texts.of("ui.notices.more", waiting.size()));
            more.addClassNames("chip", "tnum");
            add(more);
        }
        add(new ActionButton(Texts.of("ui.close"), click -> next()).link().iconOnly(Icons.CLOSE));
    }

    /** Starts the clock in the browser, where the notice is read. */
    private void time() {
        Notice now = shown;
        if (now == null || !isAttached()) {
            return;
        }
        long stood = Duration.ofNanos(System.nanoTime() - since).toMillis();
        long whole = waiting.isEmpty() ? now.millis() : Math.min(SHORT, now.millis());
        getElement()
                .executeJs(
                        "clearTimeout(this.notice); this.notice = setTimeout(() => this.$server.over($0), $1)",
                        number,
                        (int) Math.max(0, whole - stood));
    }

    /** The time of a notice is over, also while a dialog is open. */
    @ClientCallable
    @AllowInert
    void over(int which) {
        if (which == number) {
            next();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Notice now = shown;
        if (now != null && passed(now)) {
            next();
        } else {
            time();
        }
    }
}
