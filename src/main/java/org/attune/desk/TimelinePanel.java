package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.customer.StateFact;
import org.attune.history.TimelineEntry;
import org.attune.interaction.Interaction;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What happened, newest first: answers, signals and states in one line of time. */
final class TimelinePanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 40;

    private record Line(
            Instant at,
            String hue,
            String text,
            String detail,
            @Nullable String name,
            @Nullable Runnable read) {
        Line(Instant at, String hue, String text, String detail) {
            this(at, hue, text, detail, null, null);
        }
    }

    /**
     * Something that was written down.
     *
     * @param name what the button to read it is called
     * @param read shows all of it; null when there is no more to read
     */
    record Told(
            Instant at,
            String text,
            String detail,
            String name,
            @Nullable Runnable read) {}

    private final transient Vocabulary words;
    private final transient Formats formats;
    private final UnorderedList list = new UnorderedList();

    TimelinePanel(Vocabulary words, Formats formats) {
        this.words = words;
        this.formats = formats;
        addClassName("timeline");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.of("desk.timeline"));
        H2 title = new H2(Texts.of("desk.timeline"));
        list.addClassNames("scroll", "timeline-list");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("aria-label", Texts.of("desk.timeline"));
        add(title, list);
    }

    void show(
            Interaction interaction,
            CustomerContext customer,
            List<TimelineEntry> answers,
            List<Told> told,
            UnaryOperator<String> actionTitle,
            UnaryOperator<String> actionIssue) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                interaction.openedAt(),
                "none",
                Texts.of(
                        "desk.line.contact",
                        Words.of(words.label(Kind.CHANNEL, interaction.channel().key()))),
                reason(interaction.reason())));
        for (TimelineEntry each : answers) {
            boolean listened = each.action().equals(org.attune.decision.Decisions.NONE);
            String text = listened
                    ? Texts.of("desk.line.listened")
                    : Texts.of("desk.line.answer", Words.outcome(each.outcome()), actionTitle.apply(each.action()));
            lines.add(new Line(each.at(), actionIssue.apply(each.action()), text, why(each)));
        }
        customer.signals()
                .forEach(signal -> lines.add(new Line(
                        signal.at(),
                        words.issueOfSignal(signal.type()),
                        Words.of(words.label(Kind.SIGNAL, signal.type())),
                        "")));
        for (StateFact each : customer.states()) {
            String label = Words.of(words.label(Kind.STATE, each.state().key()));
            lines.add(new Line(each.since(), "hardship", Texts.of("desk.line.state.begins", label), ""));
            Instant until = each.until();
            if (until != null && !until.isAfter(customer.at())) {
                lines.add(new Line(until, "hardship", Texts.of("desk.line.state.ends", label), ""));
            }
        }
        told.forEach(
                each -> lines.add(new Line(each.at(), "none", each.text(), each.detail(), each.name(), each.read())));
        lines.sort(Comparator.comparing(Line::at).reversed());
        list.removeAll();
        lines.stream().limit(LINES).forEach(line -> list.add(item(line)));
    }

    private ListItem item(Line line) {
        Span age = new Span(formats.age(line.at()));
        age.addClassNames("age", "muted", "small", "tnum");
        age.setTitle(formats.dateTime(line.at()));
        Span dot = new Span();
        dot.addClassNames("dot", "issue-" + line.hue());
        Div text = new Div(new Span(line.text()));
        text.addClassName("clip");
        if (!line.detail().isEmpty()) {
            Span detail = new Span(" — " + line.detail());
            detail.addClassName("muted");
            if (line.read() != null) {
                detail.getElement().setAttribute("translate", "no"); // as somebody wrote it
            }
            text.add(detail);
        }
        ListItem item = new ListItem(age, dot, text);
        item.addClassName("row");
        Runnable read = line.read();
        if (read != null) {
            text.addClassName("grow");
            ActionButton more = new ActionButton(Texts.of("wrapup.read"), click -> read.run()).link();
            more.setAriaLabel(String.valueOf(line.name()));
            item.add(more);
        }
        return item;
    }

    private String reason(String key) {
        return key.isEmpty() ? "" : Words.of(words.label(Kind.REASON_OF_CALL, key));
    }

    private String why(TimelineEntry entry) {
        String reason = entry.reason();
        Kind kind = kind(entry.outcome());
        return reason == null || kind == null ? "" : Words.of(words.label(kind, reason));
    }

    static @Nullable Kind kind(Outcome outcome) {
        return switch (outcome) {
            case DECLINED -> Kind.DECLINED;
            case NOT_NOW -> Kind.NOT_NOW;
            case NOT_OFFERED -> Kind.NOT_OFFERED;
            default -> null;
        };
    }
}
