package org.attune.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Reason;
import org.attune.decision.Recommendation.Script;
import org.attune.interaction.Handover.Tried;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.IssueBadge;
import org.attune.ui.Kbd;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One recommendation: rank, title, one spoken line, reasons, minutes, benefit, and the four answers. */
final class ActionCard extends Article {
    private static final long serialVersionUID = 1L;

    private final transient AnswerSink sink;
    private final transient Veil veil;
    private transient DecisionId decision;
    private transient Recommendation recommendation;
    private final String issueLabel;
    private final transient @Nullable Tried tried;
    private @Nullable String moved;
    private boolean selected;
    private boolean gone;
    private boolean guidance;

    /**
     * @param tried what a bot did about it before, null when nothing
     * @param veil over what tells why
     */
    ActionCard(
            DecisionId decision,
            Recommendation recommendation,
            String issueLabel,
            @Nullable Tried tried,
            AnswerSink sink,
            Veil veil) {
        this.decision = decision;
        this.recommendation = recommendation;
        this.issueLabel = issueLabel;
        this.tried = tried;
        this.sink = sink;
        this.veil = veil;
        addClassName("card");
        addClassName("action-card");
        // The focus stays on the card when it is painted anew.
        getElement().setAttribute("tabindex", "-1");
        addClickListener(click -> {
            if (!gone) {
                sink.selected(this.recommendation.action());
            }
        });
        paint();
    }

    String action() {
        return recommendation.action();
    }

    DecisionId decision() {
        return decision;
    }

    Recommendation recommendation() {
        return recommendation;
    }

    /** Whether it was answered or withdrawn and only holds its place. */
    boolean isGone() {
        return gone;
    }

    /** Shows a newer decision about the same action, with a note when it moved. */
    void update(DecisionId newer, Recommendation latest, @Nullable String note) {
        boolean same = recommendation.equals(latest) && Objects.equals(moved, note) && !gone;
        decision = newer;
        recommendation = latest;
        moved = note;
        gone = false;
        if (!same) {
            paint();
        }
    }

    /** Holds its place, at its size, with a word about what became of it. */
    void leave(String words) {
        if (gone) {
            return;
        }
        gone = true;
        addClassName("card-gone");
        getElement().removeAttribute("aria-label");
        getElement().removeAttribute("aria-current");
        getElement().setAttribute("role", "note");
        getChildren().forEach(child -> child.getElement().setAttribute("inert", true));
        Div word = new Div(title(), new Span(words));
        word.addClassName("gone-word");
        add(word);
    }

    /** Whether it comes from memory, so that there is neither a chance nor a why. */
    void guidance(boolean now) {
        if (guidance != now) {
            guidance = now;
            if (!gone) {
                paint();
            }
        }
    }

    void setSelected(boolean now) {
        if (selected != now) {
            selected = now;
            if (!gone) {
                paint();
            }
        }
    }

    private void paint() {
        removeAll();
        removeClassName("card-gone");
        getElement().removeAttribute("role");
        String title = Words.of(recommendation.title());
        getElement().setAttribute("aria-label", title);
        getElement().setAttribute("aria-current", Boolean.toString(selected));
        setClassName("selected", selected);
        Span rank = new Span(Integer.toString(recommendation.rank()));
        rank.addClassName("rank");
        H3 heading = title();
        heading.addClassName("grow");
        Div head = new Div(rank, heading, veil.over(new IssueBadge(recommendation.issue(), issueLabel)));
        head.addClassName("row");
        add(head, line(), veil.over(chips()), meta(), buttons());
    }

    private H3 title() {
        return new H3(Words.of(recommendation.title()));
    }

    private Component line() {
        Script script = recommendation.treatment();
        Div line = new Div(new Span(script == null ? "" : Texts.of("desk.quoted", script.script())));
        line.addClassName("spoken");
        return line;
    }

    private Component chips() {
        Div chips = new Div();
        chips.addClassNames("row", "wrap", "reasons");
        if (moved != null) {
            Span note = new Span(moved);
            note.addClassNames("chip", "chip-moved");
            chips.add(note);
        }
        if (tried != null) {
            String outcome = HandoverNote.outcome(tried);
            Span before = new Span(outcome.isEmpty() ? Texts.of("desk.tried") : Texts.of("desk.tried.with", outcome));
            before.addClassNames("chip", "chip-against");
            chips.add(before);
        }
        for (Reason reason : recommendation.reasons()) {
            Span chip = new Span((reason.speaksFor() ? "" : Texts.of("desk.against") + " ") + Words.of(reason.text()));
            chip.addClassNames("chip", reason.speaksFor() ? "wash" : "chip-against");
            chips.add(chip);
        }
        return chips;
    }

    private Component meta() {
        Span benefit = new Span(Words.of(recommendation.benefit()));
        benefit.addClassName("clip");
        Span facts = new Span();
        if (!guidance) {
            facts.add(new Span(Words.chance(recommendation.propensity())));
        }
        facts.add(new Span(Texts.of("desk.minutes", recommendation.minutes())), benefit);
        facts.addClassNames("meta", "grow");
        if (guidance) {
            return row(facts, new Span(Texts.of("desk.guidance.card")));
        }
        ActionButton why = new ActionButton(Texts.of("desk.why"), click -> sink.why(recommendation)).link();
        if (selected) {
            why.key("Y");
        }
        return row(facts, why);
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassNames("row", "small");
        return row;
    }

    private Component buttons() {
        Div row = new Div(
                button("desk.accept", "A", Outcome.ACCEPTED),
                button("desk.decline", "D", Outcome.DECLINED),
                button("desk.notnow", "L", Outcome.NOT_NOW),
                button("desk.notoffered", "N", Outcome.NOT_OFFERED));
        if (!selected) {
            Kbd key = new Kbd(Integer.toString(recommendation.rank()));
            key.addClassName("push-end");
            row.add(key);
        }
        row.addClassNames("row", "answers");
        return row;
    }

    private ActionButton button(String text, String key, Outcome outcome) {
        ActionButton button =
                new ActionButton(Texts.of(text), click -> sink.answered(decision, recommendation, outcome));
        if (selected) {
            button.key(key);
            if (outcome == Outcome.ACCEPTED) {
                button.primary();
            }
        }
        return button;
    }
}
