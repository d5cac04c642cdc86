package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.attune.customer.Attributes;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Names;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Chip;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/** One decision explained: what was proposed, what was not and why, and what was known at that instant. */
@Route(value = InsightNavigation.DECISIONS + "/:id", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class DecisionView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient History history;
    private final transient Attributes attributes;
    private final transient Words words;
    private final transient Formats formats;
    private final transient JsonMapper json;

    DecisionView(History history, Attributes attributes, Words words, Formats formats, JsonMapper json) {
        super(Texts.of("insight.decision.title"));
        this.history = history;
        this.attributes = attributes;
        this.words = words;
        this.formats = formats;
        this.json = json;
        content().addClassName("insight-decision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DecisionId id = DecisionId.of(event.getRouteParameters().get("id").orElse(""));
        show(history.decision(id), history.states(id));
    }

    private void show(DecisionRecord decision, Map<String, Outcome> states) {
        Names names = words.names();
        Explained explained = Explained.of(decision, attributes.dictionary(), json);
        Anchor back = new Anchor(InsightNavigation.DECISIONS, Texts.of("insight.decision.all"));
        headerStart().add(new Chip(formats.exact(decision.at())), new Chip(words.channel(decision.channel())));
        if (!decision.reason().isEmpty()) {
            headerStart().add(new Chip(words.reasonOfCall(decision.reason())));
        }
        if (decision.guarded()) {
            headerStart().add(new Badge(Icons.SHIELD, Texts.of("insight.decision.guarded"), Badge.Kind.PROTECTED));
        }
        headerEnd().add(back);
        Div main = new Div(proposed(decision, states, names, explained), notProposed(names, explained));
        main.addClassNames("stack", "decision-main");
        content().add(main, new MomentCard(decision, explained, words, formats));
        footerStart().add(new Span(Texts.of("insight.decision.id", decision.id())));
    }

    private Component proposed(DecisionRecord decision, Map<String, Outcome> states, Names names, Explained explained) {
        Card card = new Card(new SectionTitle(Texts.of("insight.decision.proposed")))
                .named(Texts.of("insight.decision.proposed"));
        card.addClassName("proposed-card");
        for (LocalText each : explained.protections()) {
            Div banner = new Div(Icons.SHIELD.create(), new Span(each.in(Words.language())));
            banner.addClassNames("banner", "protected");
            card.add(banner);
        }
        LocalText none = explained.none();
        if (none != null) {
            Div banner = new Div(
                    Icons.EAR.create(), new Span(Texts.of("insight.decision.nothing", none.in(Words.language()))));
            banner.addClassName("banner");
            card.add(banner);
        }
        OfferTable table = new OfferTable(formats, words, names, explained.traced());
        explained.proposed().forEach(each -> table.add(each, states.get(each.action())));
        boolean listening =
                decision.offers().stream().anyMatch(each -> each.action().equals(Names.NONE));
        if (listening) {
            table.addListen(states.get(Names.NONE));
        }
        card.add(table);
        Div turns = new Div();
        turns.addClassNames("row", "wrap", "turns");
        card.add(turns);
        for (Explained.Turn turn : explained.turns()) {
            turns.add(small(Texts.of(
                    "insight.decision.turn",
                    Texts.of("insight.factor." + turn.factor()),
                    names.action(turn.action()))));
        }
        if (decision.arm().equals("control")) {
            card.add(small(Texts.of("insight.decision.control")));
        }
        return card;
    }

    private Component notProposed(Names names, Explained explained) {
        SectionTitle title = new SectionTitle(Texts.of("insight.decision.funnel"));
        Card card = new Card(title).fill().named(Texts.of("insight.decision.funnel"));
        if (explained.traced()) {
            title.end(new Span(Texts.of(
                    "insight.decision.funnel.sum",
                    formats.count(explained.catalogSize()),
                    formats.count(explained.proposed().size()))));
            card.add(new FunnelList(explained, names, formats));
        } else {
            card.add(new EmptyState(
                    Icons.IMPORT, Texts.of("insight.decision.imported"), Texts.of("insight.decision.imported.hint")));
        }
        return card;
    }

    private static Component small(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("muted", "small");
        return line;
    }
}
