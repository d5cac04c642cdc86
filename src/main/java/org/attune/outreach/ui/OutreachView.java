package org.attune.outreach.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attune.outreach.OutreachChanged;
import org.attune.outreach.OutreachCounts;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItemCreated;
import org.attune.outreach.RuleFirings;
import org.attune.policy.EventRule;
import org.attune.ui.Card;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;

/** The worklist as a supervisor sees it: how it stands, who is on it, and which rules brought them. Nothing can be pressed. */
@Route(value = "insight/outreach", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class OutreachView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final transient OutreachServices services;
    private final transient Words words;
    private final ItemList list;
    private final EmptyState nothing =
            new EmptyState(Icons.PHONE, Texts.of("outreach.empty"), Texts.of("outreach.empty.hint"));
    private final NativeTableBody rules = new NativeTableBody();
    private final StatTile open = tile("open");
    private final StatTile overdue = tile("overdue");
    private final StatTile taken = tile("taken");
    private final StatTile done = tile("done");
    private final StatTile dismissed = tile("dismissed");
    private final StatTile expired = tile("expired");
    private final List<Registration> listening = new ArrayList<>();

    OutreachView(OutreachServices services) {
        super(Texts.of("outreach.insight.title"));
        this.services = services;
        words = new Words(services);
        list = new ItemList(services, Texts.of("outreach.title"), null);
        Div tiles = new Div(open, overdue, taken, done, dismissed, expired);
        tiles.addClassName("tiles");
        Card items = new Card(new SectionTitle(Texts.of("outreach.insight.list")), list, nothing).fill();
        items.addClassName("todo-card");
        Div columns = new Div(items, new Card(new SectionTitle(Texts.of("outreach.insight.rules")), table()).fill());
        columns.addClassNames("cols", "cols-main-side", "grow");
        content().addClassName("stack");
        content().add(tiles, columns);
        refresh();
    }

    private static StatTile tile(String key) {
        return new StatTile(Texts.of("outreach.tile." + key), "–", Texts.of("outreach.tile." + key + ".note"));
    }

    private Div table() {
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(Texts.of("outreach.column.rule")),
                number(new NativeTableHeaderCell(Texts.of("outreach.column.created"))),
                number(new NativeTableHeaderCell(Texts.of("outreach.column.held"))));
        NativeTable table = new NativeTable(new NativeTableHeader(head), rules);
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", Texts.of("outreach.insight.rules"));
        Div scroll = new Div(table);
        scroll.addClassName("scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        return scroll;
    }

    private static <T extends com.vaadin.flow.component.HasStyle> T number(T cell) {
        cell.addClassName("number");
        return cell;
    }

    private void refresh() {
        Instant week = services.clock().instant().minus(words.week());
        OutreachCounts counts = services.outreach().counts(week);
        figure(open, counts.open(), "open");
        figure(overdue, counts.overdue(), "overdue");
        figure(taken, counts.taken(), "taken");
        figure(done, counts.done(), "done");
        figure(dismissed, counts.dismissed(), "dismissed");
        figure(expired, counts.expired(), "expired");
        List<OutreachItem> items = services.outreach().worklist(SHOWN);
        list.show(items);
        list.setVisible(!items.isEmpty());
        nothing.setVisible(items.isEmpty());
        rules(services.outreach().firings(week));
    }

    private void figure(StatTile tile, long count, String key) {
        tile.setFigure(services.formats().count(count), Texts.of("outreach.tile." + key + ".note"));
    }

    private void rules(Map<String, RuleFirings> firings) {
        rules.removeAll();
        if (!services.live().exists()) {
            return;
        }
        services.live().current().eventRules().all().stream()
                .filter(EventRule::reachesOut)
                .filter(rule -> firings.containsKey(rule.key()))
                .sorted(Comparator.comparingLong((EventRule rule) -> firings.getOrDefault(rule.key(), RuleFirings.NONE)
                                .created())
                        .reversed())
                .forEach(rule -> {
                    RuleFirings fired = firings.getOrDefault(rule.key(), RuleFirings.NONE);
                    rules.add(new NativeTableRow(
                            new NativeTableCell(Words.of(rule.label())),
                            number(new NativeTableCell(services.formats().count(fired.created()))),
                            number(new NativeTableCell(services.formats().count(fired.held())))));
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(services.news().listen(OutreachItemCreated.class, news -> ui.access(this::refresh)));
        listening.add(services.news().listen(OutreachChanged.class, news -> ui.access(this::refresh)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
