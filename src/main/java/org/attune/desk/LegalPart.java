package org.attune.desk;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.decision.Recommendation.Legal;
import org.attune.history.Answer.ReadOut;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What must be said word for word before the action may be accepted: locked sentences, each ticked when it has been read out. */
final class LegalPart extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Memory memory;
    private final transient Clock clock;
    private final transient Formats formats;
    private final Span missing = new Span();
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private transient List<Legal> sentences = List.of();
    private String action = "";

    LegalPart(Memory memory, Clock clock, Formats formats) {
        this.memory = memory;
        this.clock = clock;
        this.formats = formats;
        addClassName("legal");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("desk.legal"));
        missing.addClassName("legal-missing");
        missing.getElement().setAttribute("role", "alert");
    }

    /** Shows the sentences of an action, with the ticks there are. */
    void show(String of, List<Legal> all) {
        action = of;
        sentences = all;
        removeAll();
        boxes.clear();
        setVisible(!all.isEmpty());
        if (all.isEmpty()) {
            return;
        }
        Span label = new Span(Texts.of("desk.legal"));
        Div head = new Div(Icons.LOCK.create(), label);
        head.addClassNames("row", "overline");
        add(head);
        Map<String, Instant> ticked = ticked();
        for (Legal each : all) {
            Checkbox box = new Checkbox(Texts.of("desk.quoted", each.said().text()));
            box.getElement().setAttribute("lang", each.said().language().key());
            Span when = new Span();
            when.addClassNames("small", "muted", "tnum");
            box.setValue(ticked.containsKey(each.key()));
            say(when, ticked.get(each.key()));
            box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    say(when, tick(each, change.getValue()));
                }
            });
            boxes.put(each.key(), box);
            Div row = new Div(box, when);
            row.addClassNames("row", "spread");
            add(row);
        }
        missing.setText("");
        add(missing);
    }

    /** Says in words what has not been read out yet and goes there; false when there is nothing. */
    boolean asks() {
        Map<String, Instant> ticked = ticked();
        List<Legal> open = sentences.stream()
                .filter(each -> !ticked.containsKey(each.key()))
                .toList();
        if (open.isEmpty()) {
            missing.setText("");
            return false;
        }
        missing.setText(Texts.of(open.size() == 1 ? "desk.legal.missing.one" : "desk.legal.missing", open.size()));
        Checkbox first = boxes.get(open.getFirst().key());
        if (first != null) {
            first.focus();
            first.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
        return true;
    }

    /** What was read out, for the record. */
    List<ReadOut> readOut() {
        Map<String, Instant> ticked = ticked();
        List<ReadOut> said = new ArrayList<>();
        for (Legal each : sentences) {
            Instant at = ticked.get(each.key());
            if (at != null) {
                said.add(new ReadOut(each.key(), each.said().text(), at));
            }
        }
        return said;
    }

    private @Nullable Instant tick(Legal sentence, boolean read) {
        Map<String, Instant> ticked = ticked();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (read) {
            ticked.put(sentence.key(), now);
        } else {
            ticked.remove(sentence.key());
        }
        StringBuilder kept = new StringBuilder();
        for (Legal each : sentences) {
            Instant at = ticked.get(each.key());
            if (at != null) {
                kept.append(kept.isEmpty() ? "" : " ")
                        .append(mark(each))
                        .append('@')
                        .append(at.toEpochMilli());
            }
        }
        memory.put(Memory.READ + action, kept.isEmpty() ? null : kept.toString());
        if (ticked.size() == sentences.size()) {
            missing.setText("");
        }
        return read ? now : null;
    }

    /** A tick belongs to the very words: where they have changed since, they have not been read out. */
    private static String mark(Legal sentence) {
        return sentence.key() + "#" + Integer.toHexString(sentence.said().text().hashCode());
    }

    private Map<String, Instant> ticked() {
        Map<String, Instant> ticked = new LinkedHashMap<>();
        String kept = memory.get(Memory.READ + action);
        for (String each : kept == null ? new String[0] : kept.split(" ")) {
            String[] parts = each.split("@", 2);
            sentences.stream()
                    .filter(sentence -> mark(sentence).equals(parts[0]))
                    .forEach(sentence -> ticked.put(sentence.key(), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        }
        return ticked;
    }

    private void say(Span when, @Nullable Instant at) {
        when.setText(at == null ? "" : Texts.of("desk.legal.read", formats.time(at)));
    }
}
