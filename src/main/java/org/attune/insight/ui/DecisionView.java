package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.customer.Attributes;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.history.Answer.ReadOut;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Names;
import org.attune.insight.internal.WinLoss;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One decision explained: each action with the stage it reached and what was read, why the first is first, and what was known at
 * that instant. Opening it writes nothing; neither does replaying.
 */
@Route(value = InsightNavigation.DECISIONS + "/:id", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class DecisionView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Decisions decisions;
    private final transient History history;
    private final transient Attributes attributes;
    private final transient CurrentUser user;
    private final transient Words words;
    private final transient Formats formats;

    DecisionView(
            Decisions decisions,
            History history,
            Attributes attributes,
            CurrentUser user,
            Words words,
            Formats formats) {
        super(Texts.of("insight.decision.title"));
        this.decisions = decisions;
        this.history = history;
        this.attributes = attributes;
        this.user = user;
        this.words = words;
        this.formats = formats;
        content().addClassName("insight-decision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DecisionId id = DecisionId.of(event.getRouteParameters().get("id").orElse(""));
        show(decisions.read(id), history.decision(id), history.states(id), history.readOut(id));
    }

    private void show(
            DecisionTrace trace,
            DecisionRecord decision,
            Map<String, Outcome> states,
            Map<String, List<ReadOut>> said) {
        Names names = words.names();
        Explained explained = Explained.of(trace, decision.offers(), attributes.dictionary());
        header(trace, explained);
        Div main = new Div(told(explained, states));
        said.forEach(
                (action, sentences) -> main.add(new Card(new SaidWords(names.action(action), sentences, formats))));
        main.addClassNames("stack", "decision-main");
        if (explained.traced()) {
            ReplayPanel replay = new ReplayPanel(decisions, trace.id(), formats);
            headerEnd()
                    .addComponentAsFirst(
                            new ActionButton(Texts.of("insight.replay"), click -> replay.replay()).icon(Icons.HISTORY));
            main.add(replay);
        }
        main.add(candidates(explained, states, names));
        content().add(main, new MomentCard(explained, words, formats, revisionLink()));
        footerStart().add(new Span(Texts.of("insight.decision.id", trace.id())));
    }

    private String revisionLink() {
        return user.is(Role.ADMIN) ? InsightNavigation.REVISIONS : "";
    }

    private void header(DecisionTrace trace, Explained explained) {
        headerStart().add(new Chip(formats.exact(trace.at())), new Chip(words.channel(trace.channel())));
        if (!trace.reason().isEmpty()) {
            headerStart().add(new Chip(words.reasonOfCall(trace.reason())));
        }
        if (trace.guarded()) {
            headerStart().add(new Badge(Icons.SHIELD, Texts.of("insight.decision.guarded"), Badge.Kind.PROTECTED));
        }
        if (explained.traced()) {
            headerEnd().add(new PageLink(InsightNavigation.letter(trace.id()), Texts.of("insight.letter.open")));
        }
        headerEnd().add(new PageLink(InsightNavigation.DECISIONS, Texts.of("insight.decision.all")));
    }

    /** What was said to the agent about the decision as a whole, and why the first is first. */
    private Component told(Explained explained, Map<String, Outcome> states) {
        DecisionTrace trace = explained.trace();
        Card card = new Card().named(Texts.of("insight.decision.short"));
        card.addClassName("decision-short");
        for (LocalText each : trace.protections()) {
            Div banner = new Div(Icons.SHIELD.create(), new Span(each.in(Words.language())));
            banner.addClassNames("banner", "protected");
            card.add(banner);
        }
        LocalText none = trace.none();
        if (none != null) {
            Div banner = new Div(
                    Icons.EAR.create(), new Span(Texts.of("insight.decision.nothing", none.in(Words.language()))));
            banner.addClassName("banner");
            card.add(banner);
        }
        WinLoss found = WinLoss.of(explained);
        if (found != null) {
            card.add(new WinLossLine(found, formats));
        } else if (none == null && explained.traced() && !explained.proposed().isEmpty()) {
            String only = explained.proposed().getFirst().title().in(Words.language());
            card.add(new Paragraph(Texts.of("insight.winloss.alone", only)));
        }
        Outcome listened = states.get(Names.NONE);
        if (listened == Outcome.ACCEPTED) {
            Div row = new Div(Icons.EAR.create(), new Span(Texts.of("insight.decision.listened")));
            row.addClassNames("row", "small", "muted");
            card.add(row);
        }
        return card;
    }

    private Component candidates(Explained explained, Map<String, Outcome> states, Names names) {
        Card card = new Card().flush().fill().named(Texts.of("insight.candidates"));
        if (!explained.traced()) {
            explained.proposed().forEach(line -> card.add(imported(line, states.get(line.action()), names)));
            card.add(new EmptyState(
                    Icons.IMPORT, Texts.of("insight.decision.imported"), Texts.of("insight.decision.imported.hint")));
            return card;
        }
        CandidateGrid grid = new CandidateGrid(explained, states, names, words, formats);
        Div narrow = new Div(issues(explained, names, grid), text(grid));
        narrow.addClassNames("row", "tight");
        Div bar = new Div(new FunnelStrip(explained, formats, grid::setStage), narrow);
        bar.addClassName("candidate-bar");
        card.add(bar, grid);
        return card;
    }

    private Component imported(Explained.Line line, @Nullable Outcome outcome, Names names) {
        Div row = new Div(new Span(names.action(line.action())));
        row.addClassNames("row", "imported-line");
        if (outcome != null) {
            row.add(words.outcomeBadge(outcome));
        }
        return row;
    }

    private static Component issues(Explained explained, Names names, CandidateGrid grid) {
        Select<String> issue = new Select<>();
        List<String> keys = explained.lines().stream()
                .map(Explained.Line::issue)
                .distinct()
                .sorted()
                .toList();
        issue.setItems(keys);
        issue.setEmptySelectionAllowed(true);
        issue.setEmptySelectionCaption(Texts.of("insight.candidates.issues"));
        issue.setItemLabelGenerator(key -> key == null ? Texts.of("insight.candidates.issues") : names.issue(key));
        issue.setAriaLabel(Texts.of("insight.candidates.issue"));
        issue.addClassName("filter");
        issue.addValueChangeListener(event -> grid.setIssue(event.getValue()));
        return issue;
    }

    private static Component text(CandidateGrid grid) {
        Input text = new Input(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(150);
        text.setType("search");
        text.setPlaceholder(Texts.of("insight.candidates.text"));
        text.setAriaLabel(Texts.of("insight.candidates.text"));
        text.addClassName("filter-day");
        text.addValueChangeListener(event -> grid.setText(event.getValue()));
        return text;
    }
}
