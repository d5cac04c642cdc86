package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.attune.customer.Attributes;
import org.attune.history.Comparison;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.history.engine.Sums;
import org.attune.insight.internal.ActionSheets;
import org.attune.insight.internal.EvidenceSheet;
import org.attune.insight.internal.EvidenceSheets;
import org.attune.insight.internal.Selection;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.Segmented;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What is proven: the main arm against the control group, with its uncertainty, and what it takes to know more. */
@Route(value = InsightNavigation.EVIDENCE, layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class EvidenceView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient EvidenceSheets sheets;
    private final transient ActionSheets actions;
    private final transient Words words;
    private final transient Formats formats;
    private final FilterBar filters;
    private final StatTile control = tile("control");
    private final StatTile accepted = tile("accepted");
    private final StatTile lift = tile("lift");
    private final StatTile worth = tile("worth");
    private final StatTile said = tile("said");
    private final LiftTable table;
    private final Div empty = new Div();
    private final PowerPanel power;
    private final UnderservedPanel underserved;
    private final Segmented<Boolean> level;
    private final Span readAt = new Span();
    private transient @Nullable EvidenceSheet shown;

    EvidenceView(EvidenceSheets sheets, ActionSheets actions, Attributes attributes, Words words, Formats formats) {
        super(Texts.of("insight.evidence.title"));
        this.sheets = sheets;
        this.actions = actions;
        this.words = words;
        this.formats = formats;
        filters = new FilterBar(words, chosen -> getUI().ifPresent(ui -> InsightNavigation.toEvidence(ui, chosen)));
        headerStart().add(filters);
        Div tiles = new Div(control, accepted, lift, worth, said);
        tiles.addClassNames("tiles", "figure-tiles");
        table = new LiftTable(formats);
        level = new Segmented<Boolean>(Texts.of("insight.evidence.level"), chosen -> showTable())
                .option(true, Texts.of("insight.evidence.level.issues"))
                .option(false, Texts.of("insight.evidence.level.actions"));
        level.setValue(true);
        power = new PowerPanel(formats);
        underserved = new UnderservedPanel(words, formats, attributes);
        Card lifts = new Card(new SectionTitle(Texts.of("insight.evidence.lifts")).end(level), table, empty).fill();
        Div side = new Div(power, underserved, reading());
        side.addClassNames("stack", "scroll", "evidence-side");
        side.getElement().setAttribute("tabindex", "0");
        side.getElement().setAttribute("role", "group");
        side.getElement().setAttribute("aria-label", Texts.of("insight.evidence.side"));
        content().addClassNames("insight-actions", "insight-evidence");
        content().add(tiles, lifts, side);
        footerStart().add(new Span(Texts.of("insight.evidence.footer")));
        footerEnd().add(readAt);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // Without a period in the address all time: proof needs a beginning that stays where it is.
        boolean chosen =
                event.getLocation().getQueryParameters().getParameters().containsKey("from");
        Selection read = Selection.read(event.getLocation().getQueryParameters()::getSingleParameter, actions.today());
        Selection selection = chosen ? read : new Selection(null, read.to(), read.channel());
        filters.show(selection, actions.today());
        EvidenceSheet sheet = sheets.read(selection, words.names());
        shown = sheet;
        show(sheet);
    }

    private void show(EvidenceSheet sheet) {
        Comparison yes = sheet.trial().accepted();
        control.setFigure(
                formats.percent(sheet.controlShare(), 0),
                new Span(Texts.of(
                        "insight.evidence.control.note",
                        yes.control().customers(),
                        yes.control().units())));
        accepted.setFigure(
                percent(yes.main()),
                new Span(Texts.of(
                        "insight.evidence.accepted.note",
                        percent(yes.control()),
                        formats.count(yes.main().units()),
                        formats.count(yes.control().units()))));
        lift(lift, yes.lift());
        lift(worth, sheet.trial().worth().lift());
        said.setFigure(
                percent(sheet.trial().said().main()), saidNote(sheet.trial().said()));
        power.show(sheet);
        underserved.show(sheet);
        readAt.setText(Texts.of("insight.live.at", formats.exact(sheet.readAt())));
        showTable();
    }

    private void lift(StatTile tile, @Nullable Lift found) {
        if (found == null) {
            tile.setFigure("–", new Span(Texts.of("insight.lift.none")));
            return;
        }
        tile.setFigure(
                EvidenceWords.figure(found, formats),
                EvidenceWords.badge(found),
                new Span(Texts.of("insight.lift.interval", EvidenceWords.interval(found, formats))));
    }

    private Span saidNote(Comparison compared) {
        Rates.Gap gap = compared.gap();
        boolean differs = gap != null && !gap.interval().holds(0);
        return new Span(Texts.of(
                differs ? "insight.evidence.said.differs" : "insight.evidence.said.note", percent(compared.control())));
    }

    private void showTable() {
        EvidenceSheet sheet = shown;
        if (sheet != null) {
            boolean issues = Boolean.TRUE.equals(level.value());
            table.show(
                    sheet.all(),
                    issues ? sheet.issues() : sheet.actions(),
                    Texts.of(issues ? "insight.evidence.column.issue" : "insight.evidence.column.action"));
            explainEmptiness(sheet);
        }
    }

    /** An empty table says why it is empty, and what has been counted so far. */
    private void explainEmptiness(EvidenceSheet sheet) {
        empty.removeAll();
        if (sheet.all().lift() == null && sheet.issues().isEmpty()) {
            Comparison yes = sheet.trial().accepted();
            empty.add(new EmptyState(
                    Icons.FAIR,
                    Texts.of("insight.evidence.empty"),
                    Texts.of(
                            "insight.evidence.empty.hint",
                            yes.main().units() + yes.control().units(),
                            yes.control().units())));
        }
    }

    private static Card reading() {
        Card card = new Card(new SectionTitle(Texts.of("insight.evidence.reading")));
        for (String each : new String[] {"chance", "look", "presented", "protected"}) {
            Paragraph line = new Paragraph(Texts.of("insight.evidence.reading." + each));
            line.addClassName("small");
            card.add(line);
        }
        return card;
    }

    private String percent(Sums sums) {
        return sums.units() == 0 ? "–" : formats.percent(sums.mean());
    }

    private static StatTile tile(String key) {
        StatTile tile = new StatTile(Texts.of("insight.evidence." + key), "–", "");
        tile.setTitle(Texts.of("insight.evidence." + key + ".hint"));
        return tile;
    }
}
