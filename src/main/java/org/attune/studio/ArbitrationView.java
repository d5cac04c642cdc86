package org.attune.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.attune.access.CurrentUser;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Group;
import org.attune.catalog.Vocabulary;
import org.attune.decision.DecisionTrace;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.attune.strategy.StrategyPublished;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.News;
import org.attune.ui.Notify;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.TabPanels;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How the list is put in order: factors, issues, situations; with an example that follows each change. */
@Route(value = "studio/arbitration", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class ArbitrationView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Strategies strategies;
    private final transient ChangeRequests requests;
    private final transient RecentTraces recent;
    private final transient Vocabulary words;
    private final transient Formats formats;
    private final transient News news;
    private final String who;
    private final FactorsCard factors;
    private final IssueTable issues;
    private final SituationList<ContextWeight> weights;
    private final SituationList<NoneThreshold> thresholds;
    private final GroupLevers groups;
    private final RankingExample example;
    private final FactorsSeen seen;
    private final Div notes = new Div();
    private final Span unsaved = new Span(Texts.of("studio.edit.unsaved"));
    private final ActionButton discard;
    private final RevisionChip revision;
    private transient Strategies.Arbitration base;
    private transient RankingDraft draft;
    private @Nullable Registration listening;

    ArbitrationView(
            Strategies strategies,
            ChangeRequests requests,
            RecentTraces recent,
            Vocabulary words,
            Formats formats,
            News news,
            CurrentUser user) {
        super(Texts.of("studio.ranking"));
        this.strategies = strategies;
        this.requests = requests;
        this.recent = recent;
        this.words = words;
        this.formats = formats;
        this.news = news;
        who = user.username();
        base = live();
        draft = new RankingDraft(base);
        factors = new FactorsCard(draft, this::changed);
        issues = new IssueTable(formats, this::changed);
        weights = new SituationList<>(
                Texts.of("studio.ranking.weights"),
                Texts.of("studio.ranking.weights.words"),
                Texts.of("studio.ranking.weights.none"),
                (before, done) ->
                        SituationDialog.weight(situations(), before, done).open(),
                this::changedSituations);
        thresholds = new SituationList<>(
                Texts.of("studio.ranking.thresholds"),
                Texts.of("studio.ranking.thresholds.words"),
                Texts.of("studio.ranking.thresholds.none"),
                (before, done) ->
                        SituationDialog.threshold(situations(), before, done).open(),
                this::changedSituations);
        groups = new GroupLevers(formats, this::publish);
        example = new RankingExample(formats, words);
        seen = new FactorsSeen(formats);
        revision = new RevisionChip(strategies, formats);
        unsaved.addClassNames("badge", "badge-warn");
        discard = new ActionButton(Texts.of("studio.protection.discard"), click -> load());
        boolean drafts = strategies.approval().required();
        headerEnd()
                .add(
                        unsaved,
                        discard,
                        new ActionButton(
                                        Texts.of(drafts ? "studio.protection.draft" : "studio.protection.publish"),
                                        click -> save())
                                .primary());
        Card table = new Card(new SectionTitle(Texts.of("studio.ranking.issues")), issues).fill();
        table.addClassName("stack");
        Div left = new Div(factors, table);
        left.addClassNames("stack", "ranking-left");
        TabPanels tabs = new TabPanels(Texts.of("studio.ranking.tabs"))
                .tab(Texts.of("studio.ranking.weights"), weights)
                .tab(Texts.of("studio.ranking.thresholds"), thresholds)
                .tab(Texts.of("studio.ranking.groups"), groups)
                .tab(Texts.of("studio.ranking.seen"), seen);
        Card situations = new Card(tabs).fill();
        Card preview = new Card(new SectionTitle(Texts.of("studio.ranking.example")), example);
        preview.addClassNames("stack", "scroll", "ranking-example");
        preview.named(Texts.of("studio.ranking.example"));
        preview.getElement().setAttribute("tabindex", "0");
        Div right = new Div(situations, preview);
        right.addClassNames("ranking-right");
        Div columns = new Div(left, right);
        columns.addClassNames("cols", "ranking-cols");
        notes.addClassName("editor-notes");
        content().addClassName("ranking-page");
        content().add(notes, columns);
        footerStart().add(revision);
        load();
    }

    private Strategies.Arbitration live() {
        StrategyDocument document = strategies.document();
        return new Strategies.Arbitration(document.arbitration(), document.issues());
    }

    private Situations situations() {
        return new Situations(strategies.document(), words, formats);
    }

    private void load() {
        base = live();
        draft = new RankingDraft(base);
        notes.removeAll();
        factors.show(draft);
        issues.show(draft);
        groups.show(strategies.document());
        changedSituations();
        revision.refresh();
    }

    private void changedSituations() {
        Situations sentences = situations();
        weights.show(draft.weights, sentences::sentence);
        thresholds.show(draft.thresholds, sentences::sentence);
        changed();
    }

    private void changed() {
        example.show(draft.value().in(strategies.document()));
        unsaved.setVisible(isUnsaved());
        discard.setVisible(isUnsaved());
    }

    private boolean isUnsaved() {
        return !draft.value().equals(base);
    }

    private void save() {
        Strategies.Arbitration changed = draft.value();
        if (changed.equals(base)) {
            Notify.info(Texts.of("studio.edit.same"));
            return;
        }
        try {
            if (strategies.approval().required()) {
                long number = requests.amend(changed::in, Texts.of("studio.ranking"), who)
                        .number();
                Notify.success(Texts.of("studio.protection.drafted", number));
            } else {
                Notify.success(Texts.of("studio.edit.live", strategies.edit(base, changed, who)));
            }
            load();
        } catch (InvalidException e) {
            note(
                    "bad",
                    e.problems().getFirst().place() + ": "
                            + e.problems().getFirst().message());
        } catch (ConflictException e) {
            note("warn", Texts.of("studio.protection.overtaken"));
        }
    }

    private void publish(Group before, Group after) {
        if (strategies.approval().required()) {
            long number = requests.amend(
                            now -> now.with(now.catalog().with(after)), Texts.of("studio.ranking.groups"), who)
                    .number();
            Notify.success(Texts.of("studio.protection.drafted", number));
        } else {
            Notify.success(Texts.of("studio.edit.live", strategies.edit(before, after, who)));
        }
        groups.show(strategies.document());
        revision.refresh();
        changed();
    }

    private void note(String kind, String said) {
        notes.removeAll();
        Div note = new Div(Icons.WARNING.create(), new Span(said));
        note.addClassNames("banner", kind);
        note.getElement().setAttribute("role", "alert");
        notes.add(note);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening = news.listen(StrategyPublished.class, published -> ui.access(this::overtaken));
        // Reading some hundred traces takes a moment: not on the page's thread.
        Thread.ofVirtual().name("recent-traces").start(() -> {
            List<DecisionTrace> traces = recent.latest();
            if (!ui.isAttached()) {
                return; // the page was closed meanwhile
            }
            ui.access(() -> {
                seen.show(traces);
                example.take(RecentTraces.telling(traces));
                changed();
            });
        });
    }

    private void overtaken() {
        revision.refresh();
        if (live().equals(base)) {
            groups.show(strategies.document());
        } else if (isUnsaved()) {
            note("warn", Texts.of("studio.protection.overtaken"));
        } else {
            load();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }
}
