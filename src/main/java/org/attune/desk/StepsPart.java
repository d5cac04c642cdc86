package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.attune.decision.Spoken;
import org.attune.decision.Spoken.Choice;
import org.attune.decision.Spoken.Step;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The guide of an action, step by step: what to say, what the customer may answer, and where that leads. */
final class StepsPart extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Memory memory;
    private final transient Runnable moved;
    private final transient Consumer<Outcome> suggested;
    private transient Spoken spoken = new Spoken(List.of(), List.of(), List.of());
    private Language language = Language.EN;
    private String action = "";
    private boolean open;

    /**
     * @param moved hears that it was opened or closed
     * @param suggested hears that the agent takes the answer an end suggests
     */
    StepsPart(Memory memory, Runnable moved, Consumer<Outcome> suggested) {
        this.memory = memory;
        this.moved = moved;
        this.suggested = suggested;
        addClassName("guide-steps");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("desk.guide"));
    }

    /** Shows the guide of an action where it was left, in a language. */
    void show(String of, Spoken says, Language in) {
        action = of;
        language = in;
        spoken = says;
        open = !says.guide().isEmpty() && of.equals(memory.get(Memory.GUIDE));
        setVisible(!says.guide().isEmpty());
        paint();
    }

    /** Whether it leads the agent now. */
    boolean isOpen() {
        return open;
    }

    /** Opens it where it was left, or closes it; the place is kept. */
    void toggle() {
        if (!spoken.guide().isEmpty()) {
            open = !open;
            memory.put(Memory.GUIDE, open ? action : null);
            paint();
            moved.run();
        }
    }

    /** The answer was given: it is over and begins anew next time. */
    void done() {
        memory.put(Memory.WAY + action, null);
        if (open) {
            toggle();
        }
    }

    /** The digit of a choice was pressed. */
    void digit(int digit) {
        Step now = now();
        if (open && now != null && digit <= now.choices().size()) {
            go(now.choices().get(digit - 1));
        }
    }

    /** One step back. */
    void back() {
        List<String> way = way();
        if (open && way.size() > 1) {
            way.removeLast();
            keep(way);
        }
    }

    private void go(Choice choice) {
        List<String> way = way();
        way.add(choice.to());
        keep(way);
    }

    private void keep(List<String> way) {
        memory.put(Memory.WAY + action, String.join("/", way));
        paint();
    }

    /** The steps so far, the current one last; as far as the guide still has them and they follow each other. */
    private List<String> way() {
        List<String> way = new ArrayList<>();
        if (spoken.guide().isEmpty()) {
            return way;
        }
        way.add(spoken.guide().getFirst().key());
        String kept = memory.get(Memory.WAY + action);
        List<String> before = kept == null ? List.of() : Arrays.asList(kept.split("/"));
        for (int i = 1; i < before.size() && before.getFirst().equals(way.getFirst()); i++) {
            String next = before.get(i);
            Step last = spoken.step(way.getLast());
            if (last == null
                    || spoken.step(next) == null
                    || last.choices().stream().noneMatch(each -> each.to().equals(next))) {
                break;
            }
            way.add(next);
        }
        return way;
    }

    private @Nullable Step now() {
        List<String> way = way();
        return way.isEmpty() ? null : spoken.step(way.getLast());
    }

    private void paint() {
        removeAll();
        Step now = now();
        if (now == null) {
            return;
        }
        if (!open) {
            boolean begun = way().size() > 1;
            add(new ActionButton(Texts.of(begun ? "desk.guide.go-on" : "desk.guide.open"), click -> toggle())
                    .icon(Icons.CHEVRON_RIGHT)
                    .key("G"));
            return;
        }
        add(head());
        Paragraph says = new Paragraph(now.said().text());
        says.addClassName("guide-says");
        says.getElement().setAttribute("aria-live", "polite");
        says.getElement().setAttribute("lang", now.said().language().key());
        add(says);
        GuideNotes.of(now.said(), language).forEach(this::add);
        add(now.choices().isEmpty() ? end(now) : choices(now));
    }

    private Div head() {
        Span label = new Span(Texts.of("desk.guide"));
        label.addClassName("overline");
        Span trail = new Span(trail());
        trail.addClassNames("small", "muted", "clip", "grow");
        trail.setTitle(trail.getText());
        Div head = new Div(label, trail);
        head.addClassName("row");
        if (way().size() > 1) {
            head.add(new ActionButton(Texts.of("desk.guide.back"), click -> back())
                    .link()
                    .key("B"));
        }
        head.add(new ActionButton(Texts.of("desk.guide.close"), click -> toggle())
                .link()
                .key("G"));
        return head;
    }

    /** What the customer has answered so far. */
    private String trail() {
        List<String> way = way();
        List<String> answers = new ArrayList<>();
        for (int i = 1; i < way.size(); i++) {
            Step from = spoken.step(way.get(i - 1));
            String to = way.get(i);
            if (from != null) {
                from.choices().stream()
                        .filter(each -> each.to().equals(to))
                        .findFirst()
                        .ifPresent(each -> answers.add(each.label().text()));
            }
        }
        return String.join(" › ", answers);
    }

    private Div choices(Step now) {
        Div list = new Div();
        list.addClassNames("guide-choices");
        for (int i = 0; i < now.choices().size(); i++) {
            Choice choice = now.choices().get(i);
            list.add(new ActionButton(choice.label().text(), click -> go(choice)).key(Integer.toString(i + 1)));
        }
        return list;
    }

    private Div end(Step now) {
        Span over = new Span(Texts.of("desk.guide.end"));
        over.addClassNames("muted", "small");
        Div end = new Div(over);
        end.addClassNames("row", "wrap");
        Outcome answer = now.suggests();
        if (answer != null) {
            end.add(new ActionButton(
                            Texts.of("desk.guide.record", Words.outcome(answer)), click -> suggested.accept(answer))
                    .primary()
                    .key(key(answer)));
        }
        return end;
    }

    private static String key(Outcome answer) {
        return switch (answer) {
            case ACCEPTED -> "A";
            case DECLINED -> "D";
            case NOT_NOW -> "L";
            default -> "N";
        };
    }
}
