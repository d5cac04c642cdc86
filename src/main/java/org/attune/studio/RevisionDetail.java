package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.kernel.ConflictException;
import org.attune.kernel.Problem;
import org.attune.strategy.DocumentChange;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionStep;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.Segmented;
import org.attune.ui.TabPanels;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One revision: where it stands, what it changes in rules and in decisions, whether the personas pass, and its way so far. */
class RevisionDetail extends Card {
    private static final long serialVersionUID = 1L;

    private static final int PERSONAS = 3;

    private final transient RevisionDesk desk;
    private final H2 title = new H2();
    private final Div badges = new Div();
    private final Paragraph made = new Paragraph();
    private final Div notes = new Div();
    private final RevisionActions actions;
    private final Segmented<Boolean> against;
    private final ChangesPanel changes;
    private final ImpactPanel impact;
    private final EffectPanel effect;
    private final PersonaResults personas = new PersonaResults();
    private final Div steps = new Div();
    private final TabPanels tabs = new TabPanels(Texts.of("revisions.tabs"));
    private transient @Nullable RevisionInfo shown;
    private boolean withLive = true;

    RevisionDetail(RevisionDesk desk, Runnable done) {
        this.desk = desk;
        fill().named(Texts.of("revisions.one"));
        addClassNames("stack", "revision-detail");
        actions = new RevisionActions(desk, done, this::refused);
        changes = new ChangesPanel(desk.json());
        impact = new ImpactPanel(desk);
        effect = new EffectPanel(desk);
        against = new Segmented<Boolean>(Texts.of("revisions.against"), this::compare)
                .option(true, Texts.of("revisions.against.live"))
                .option(false, Texts.of("revisions.against.base"));
        badges.addClassName("row");
        made.addClassNames("muted", "small");
        notes.addClassName("editor-notes");
        steps.addClassName("history");
        Div head = new Div(title, badges);
        head.addClassName("row");
        tabs.tab(Texts.of("revisions.tab.changes"), against, changes)
                .tab(Texts.of("revisions.tab.impact"), impact)
                .tab(Texts.of("revisions.tab.effect"), effect)
                .tab(Texts.of("revisions.tab.personas"), personas)
                .tab(Texts.of("revisions.tab.steps"), steps);
        tabs.onSelect(index -> {
            if (index == PERSONAS) {
                runPersonas();
            }
        });
        add(head, made, actions, notes, tabs);
    }

    void show(RevisionInfo info) {
        boolean other = shown == null || shown.number() != info.number();
        shown = info;
        RevisionNote.show(title, info, desk.live());
        badges.removeAll();
        badges.add(RevisionWords.badge(info.state()));
        made.setText(Texts.of(
                info.base() == 0 ? "revisions.made" : "revisions.made.from",
                info.number(),
                TrailLine.who(info.who()),
                desk.formats().dateTime(info.at()),
                info.base()));
        notes.removeAll();
        actions.show(info);
        if (other) {
            withLive = info.state().open();
        }
        against.setVisible(!info.live());
        against.setValue(withLive && !info.live());
        impact.show(this::strategy);
        effect.show(this::strategy);
        compareNow();
        steps(info);
        if (tabs.selected() == PERSONAS) {
            runPersonas();
        }
    }

    private RevisionInfo info() {
        RevisionInfo info = shown;
        if (info == null) {
            throw new IllegalStateException("no revision is shown");
        }
        return info;
    }

    private void compare(boolean live) {
        withLive = live;
        compareNow();
    }

    private void compareNow() {
        RevisionInfo info = info();
        boolean live = withLive && !info.live() && desk.live().exists();
        StrategyDocument before = live ? desk.strategies().document() : document(info.base());
        StrategyDocument after = live ? asPublished() : desk.requests().document(info.number());
        List<DocumentChange> found = desk.requests().difference(before, after);
        changes.show(found, new DocumentNames(desk.json(), desk.vocabulary(), desk.formats(), List.of(before, after)));
    }

    private StrategyDocument document(long number) {
        return number == 0 ? StrategyDocument.EMPTY : desk.requests().document(number);
    }

    /** What would go live; where it cannot be merged, what was asked for, and the places in the way. */
    private StrategyDocument asPublished() {
        try {
            return desk.requests().asPublished(info().number());
        } catch (ConflictException e) {
            refused(e.places());
            return desk.requests().document(info().number());
        }
    }

    private Strategy strategy() {
        return desk.strategies().compiled(info().number(), asPublished());
    }

    private void runPersonas() {
        Strategy strategy = strategy();
        personas.show(desk.personas().run(strategy), strategy.document());
    }

    private void refused(List<Problem> problems) {
        notes.removeAll();
        for (Problem each : problems) {
            Div note = new Div(Icons.WARNING.create(), new Span(RevisionWords.problem(each)));
            note.addClassNames("banner", "bad");
            note.getElement().setAttribute("role", "alert");
            notes.add(note);
        }
    }

    private void steps(RevisionInfo info) {
        steps.removeAll();
        for (RevisionStep each : info.steps().reversed()) {
            Span what = new Span(RevisionWords.step(each));
            what.addClassName("strong");
            Span when = new Span(desk.formats().dateTime(each.at()));
            when.addClassNames("muted", "small", "tnum");
            Div head = new Div(what, when);
            head.addClassNames("row", "spread");
            Div step = new Div(head);
            if (each.kind() == RevisionStep.Kind.REPLACED) {
                step.add(new Div(Texts.of("revisions.step.by", each.note())));
            } else if (!each.note().isBlank()) {
                step.add(new Div(each.note()));
            }
            steps.add(step);
        }
    }
}
