package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.LongConsumer;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.RevisionStep;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** The revisions, newest first: number, state, what it is about, who and when. */
class RevisionList extends Card {
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 60;

    private final transient RevisionDesk desk;
    private final transient LongConsumer open;
    private final Segmented<Boolean> which;
    private final Div list = new Div();
    private final ActionButton more = new ActionButton(Texts.of("revisions.more"), click -> more());
    private boolean openOnly;
    private long chosen;
    private int shown = PAGE;

    RevisionList(RevisionDesk desk, LongConsumer open) {
        this.desk = desk;
        this.open = open;
        fill().flush().named(Texts.of("revisions.list"));
        addClassNames("stack", "tight", "revision-list");
        which = new Segmented<Boolean>(Texts.of("revisions.which"), this::choose)
                .option(false, Texts.of("revisions.all"))
                .option(true, Texts.of("revisions.open"));
        which.setValue(false);
        list.addClassNames("scroll", "timeline-list");
        list.getElement().setAttribute("role", "list");
        add(which, list);
    }

    private void choose(boolean only) {
        openOnly = only;
        refresh(chosen);
    }

    private void more() {
        shown += PAGE;
        refresh(chosen);
    }

    final void refresh(long number) {
        chosen = number;
        List<RevisionInfo> revisions =
                openOnly ? desk.requests().open() : desk.requests().before(Long.MAX_VALUE, shown);
        list.removeAll();
        revisions.forEach(each -> list.add(item(each)));
        if (revisions.isEmpty()) {
            Span none = new Span(Texts.of("revisions.none"));
            none.addClassName("muted");
            list.add(none);
        }
        if (!openOnly && revisions.size() == shown) {
            list.add(more);
        }
    }

    private Div item(RevisionInfo info) {
        Span number = new Span("#" + info.number());
        number.addClassNames("strong", "tnum");
        Div head = new Div(number, RevisionWords.badge(info.state()));
        head.addClassNames("row", "spread");
        Span title = new Span();
        RevisionNote.show(title, info, desk.live());
        title.addClassName("revision-title");
        RevisionStep last = info.state() == RevisionState.RETIRED
                ? info.steps().stream()
                        .filter(step -> step.kind() != RevisionStep.Kind.REPLACED)
                        .reduce((a, b) -> b)
                        .orElse(info.latest())
                : info.latest();
        Span who = new Span(RevisionWords.step(last) + " · " + desk.formats().ago(last.at()));
        who.addClassNames("muted", "small");
        NativeButton button = new NativeButton();
        button.add(head, title, who);
        button.addClassName("revision-item");
        button.getElement().setAttribute("aria-current", Boolean.toString(info.number() == chosen));
        button.addClickListener(click -> open.accept(info.number()));
        Div item = new Div(button);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }
}
