package org.attune.outreach.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.attune.customer.CustomerSummary;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.State;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One customer worth reaching out to: how urgent, who, why, by when, and what to do about it. */
final class ItemRow extends ListItem {
    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient @Nullable Deeds deeds;
    private final String me;
    private final transient @Nullable CustomerSummary customer;
    private transient OutreachItem item;

    /** What an agent can do with an item. */
    interface Deeds {
        void take(OutreachItem item);

        void done(OutreachItem item);

        void giveBack(OutreachItem item);

        void leave(OutreachItem item);
    }

    /** @param deeds null for those who only look */
    ItemRow(OutreachItem item, @Nullable CustomerSummary customer, Words words, String me, @Nullable Deeds deeds) {
        this.item = item;
        this.customer = customer;
        this.words = words;
        this.me = me;
        this.deeds = deeds;
        addClassName("todo");
        paint();
    }

    OutreachItem item() {
        return item;
    }

    /** Shows what became of it, at the same place. */
    void update(OutreachItem now) {
        if (!now.equals(item)) {
            item = now;
            paint();
        }
    }

    private boolean mine() {
        return item.state() == State.TAKEN && me.equals(item.who());
    }

    private void paint() {
        removeAll();
        setClassName("todo-closed", !item.live());
        setClassName("todo-mine", mine());
        String name = customer == null ? "" : customer.displayName();
        getElement().setAttribute("aria-label", name + ": " + Words.of(item.label()));
        Div urgency = new Div(Words.priority(item.priority()));
        urgency.addClassName("todo-priority");
        add(urgency, about(name), when(), deeds());
    }

    private Div about(String name) {
        H3 who = new H3(name);
        Span label = new Span(Words.of(item.label()));
        label.addClassName("strong");
        Div head = new Div(who, label);
        head.addClassNames("row", "wrap", "todo-head");
        Div why = new Div(new Span(Words.of(item.why())));
        Span signal = new Span(words.signal(item));
        signal.addClassName("muted");
        Span suggestion = new Span(words.suggestion(item));
        suggestion.addClassNames("chip", "wash");
        Div fine = new Div(suggestion, signal);
        fine.addClassNames("row", "wrap", "small");
        Div about = new Div(head, why, fine);
        about.addClassName("todo-about");
        return about;
    }

    private Div when() {
        Div when = new Div();
        when.addClassName("todo-when");
        if (item.live()) {
            Span due = new Span(words.due(item));
            due.addClassName(words.overdue(item) ? "todo-overdue" : "strong");
            when.add(due);
        }
        String phone = customer == null ? null : customer.phone();
        if (phone != null && deeds != null) {
            Span number = new Span(phone);
            number.addClassNames("muted", "tnum");
            when.add(number);
        }
        String channel = words.channel(item);
        if (channel != null) {
            Span prefers = new Span(channel);
            prefers.addClassNames("muted", "small");
            when.add(prefers);
        }
        return when;
    }

    private Div deeds() {
        Div row = new Div();
        row.addClassNames("row", "todo-deeds");
        Deeds can = deeds;
        String who = item.who();
        if (!item.live()) {
            row.add(new Badge(Texts.of("outreach.state." + item.state().key()), Badge.Kind.NEUTRAL));
        } else if (can != null && mine()) {
            row.add(
                    new ActionButton(Texts.of("outreach.resume"), click -> can.take(item)).primary(),
                    new ActionButton(Texts.of("outreach.done"), click -> can.done(item)),
                    new ActionButton(Texts.of("outreach.giveback"), click -> can.giveBack(item)).link());
        } else if (item.state() == State.TAKEN && who != null) {
            row.add(new Badge(Texts.of("outreach.taken.by", words.person(who)), Badge.Kind.INFO));
        } else if (can != null) {
            ActionButton take = new ActionButton(Texts.of("outreach.take"), click -> can.take(item)).primary();
            take.setEnabled(!words.tooEarly(item));
            row.add(take, new ActionButton(Texts.of("outreach.leave"), click -> can.leave(item)));
        }
        return row;
    }
}
