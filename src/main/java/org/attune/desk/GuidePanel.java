package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.decision.Recommendation.Script;
import org.attune.kernel.Tone;
import org.attune.ui.Icons;
import org.attune.ui.Kbd;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The selected action in large letters: one spoken line in a tone, and what to keep in mind. */
final class GuidePanel extends Div {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Recommendation recommendation;
    private @Nullable Tone tone;
    private final Paragraph line = new Paragraph();
    private @Nullable Segmented<Tone> tones;
    private final transient Consumer<Tone> chosen;

    /** @param chosen hears which tone the agent chooses */
    GuidePanel(Consumer<Tone> chosen) {
        this.chosen = chosen;
        addClassName("guide");
        line.addClassName("spoken-large");
    }

    /** The tone the agent chose before, null when none. */
    void speakIn(@Nullable Tone before) {
        tone = before;
    }

    /** Shows the guide of an action. The tone the agent chose stays chosen where the action has it. */
    void show(Recommendation next) {
        recommendation = next;
        removeAll();
        H2 title = new H2(Words.of(next.title()));
        title.addClassName("grow");
        Div head = new Div(title);
        head.addClassName("row");
        Script fallback = next.treatment();
        if (next.treatments().size() > 1) {
            Segmented<Tone> choice = new Segmented<>(Texts.of("desk.tone"), now -> {
                tone = now;
                chosen.accept(now);
                speak();
            });
            for (Tone each : Tone.values()) {
                if (next.treatments().stream().anyMatch(t -> t.tone() == each)) {
                    choice.option(each, Texts.of("desk.tone." + each.key()));
                }
            }
            tones = choice;
            head.add(choice, new Kbd("T"));
        } else {
            tones = null;
            if (fallback != null) {
                Span only = new Span(Texts.of("desk.tone." + fallback.tone().key()));
                only.addClassNames("small", "muted");
                head.add(only);
            }
        }
        add(head, line);
        if (fallback != null && fallback.chosenBy() == Recommendation.ChosenBy.NEAREST) {
            Span nearest = new Span(Texts.of("desk.tone.nearest"));
            nearest.addClassNames("small", "muted");
            add(nearest);
        }
        add(keepInMind(next));
        speak();
    }

    /** Nothing to propose: the guide says to listen. */
    void listen(String why) {
        recommendation = null;
        removeAll();
        H2 title = new H2(Texts.of("desk.listen"));
        line.setText(Texts.of("desk.listen.line"));
        Paragraph reason = new Paragraph(why);
        reason.addClassName("muted");
        add(title, line, reason);
    }

    /** The next tone this action has. */
    void nextTone() {
        Recommendation current = recommendation;
        if (current == null || current.treatments().size() < 2) {
            return;
        }
        Script now = script(current);
        List<Script> all = current.treatments().stream()
                .sorted((a, b) -> a.tone().compareTo(b.tone()))
                .toList();
        int at = now == null ? 0 : all.indexOf(now);
        Tone next = all.get((at + 1) % all.size()).tone();
        tone = next;
        chosen.accept(next);
        speak();
    }

    private void speak() {
        Recommendation current = recommendation;
        if (current == null) {
            return;
        }
        Script script = script(current);
        line.setText(script == null ? "" : Texts.of("desk.quoted", script.script()));
        Segmented<Tone> choice = tones;
        if (choice != null && script != null) {
            choice.setValue(script.tone());
        }
    }

    private @Nullable Script script(Recommendation current) {
        return current.treatments().stream()
                .filter(t -> t.tone() == tone)
                .findFirst()
                .orElse(current.treatment());
    }

    private static OrderedList keepInMind(Recommendation next) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        if (!next.benefit().isBlank()) {
            list.add(item(Texts.of("desk.step.benefit", Words.of(next.benefit()))));
        }
        for (Reason reason : next.reasons()) {
            if (!reason.speaksFor()) {
                ListItem against = item(Texts.of("desk.step.against", Words.of(reason.text())));
                against.addClassName("against");
                list.add(against);
            }
        }
        list.add(item(Texts.of("desk.step.answer")));
        Span label = new Span(Texts.of("desk.step.computed"));
        ListItem computed = new ListItem(Icons.INFO.create(), label);
        computed.addClassNames("muted", "small", "computed");
        list.add(computed);
        return list;
    }

    private static ListItem item(String text) {
        return new ListItem(text);
    }
}
