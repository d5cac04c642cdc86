package org.attune.studio;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import org.attune.kernel.LocalText;
import org.attune.simulation.Impact;
import org.attune.simulation.Simulations;
import org.attune.strategy.Strategy;
import org.attune.ui.ActionButton;
import org.attune.ui.Formats;
import org.attune.ui.IssueBadge;
import org.attune.ui.PageLink;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;

/** The difference in decisions: what customers would have heard under another strategy. */
class ImpactPanel extends Div {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 15;
    private static final int TELL_EVERY = 25;

    private final transient RevisionDesk desk;
    private final Div result = new Div();
    private final Span progress = new Span();
    private final ActionButton run;
    private transient Supplier<Strategy> candidate = () -> {
        throw new IllegalStateException("nothing is shown");
    };
    private int round;

    ImpactPanel(RevisionDesk desk) {
        this.desk = desk;
        addClassName("stack");
        run = new ActionButton(Texts.of("revisions.impact.run", Simulations.USUAL), click -> run());
        progress.getElement().setAttribute("role", "status");
        progress.addClassName("muted");
        Div head = new Div(run, progress);
        head.addClassName("row");
        Paragraph hint = new Paragraph(Texts.of("revisions.impact.hint"));
        hint.addClassNames("muted", "small");
        result.addClassName("stack");
        add(head, hint, result);
    }

    /** Another revision is shown: what was found for the last one is no longer of interest. */
    void show(Supplier<Strategy> strategy) {
        candidate = strategy;
        round++;
        result.removeAll();
        progress.setText("");
        run.setEnabled(desk.live().exists());
    }

    /** Hundreds of decisions: not on the page's thread. */
    private void run() {
        UI ui = UI.getCurrent();
        int mine = round;
        Strategy after = candidate.get();
        Strategy before = desk.live().current();
        run.setEnabled(false);
        Thread.ofVirtual().name("impact").start(() -> {
            try {
                Impact impact = desk.simulations().compare(before, after, Simulations.USUAL, done -> {
                    if (done % TELL_EVERY == 0) {
                        ui.access(() -> tell(mine, Texts.of("revisions.impact.progress", done)));
                    }
                });
                ui.access(() -> paint(mine, impact));
            } catch (RuntimeException e) {
                ui.access(() -> tell(mine, Texts.of("revisions.impact.failed")));
            } finally {
                ui.access(() -> run.setEnabled(true));
            }
        });
    }

    private void tell(int of, String words) {
        if (of == round) {
            progress.setText(words);
        }
    }

    private void paint(int of, Impact impact) {
        if (of != round) {
            return;
        }
        result.removeAll();
        tell(of, impact.decided() == 0 ? Texts.of("revisions.impact.empty") : Texts.of("revisions.impact.done"));
        if (impact.decided() == 0) {
            return;
        }
        Formats formats = desk.formats();
        Div tiles = new Div(
                tile("changed", impact.changed(), impact),
                tile("first", impact.changedFirst(), impact),
                new StatTile(
                        Texts.of("revisions.impact.silent"),
                        formats.count(impact.silentAfter()),
                        Texts.of("revisions.impact.before", formats.count(impact.silentBefore()))));
        tiles.addClassName("tiles");
        result.add(tiles);
        if (impact.changed() > 0) {
            result.add(
                    new H3(Texts.of("revisions.impact.issues")),
                    table(impact.issues(), false),
                    new H3(Texts.of("revisions.impact.actions")),
                    table(impact.actions(), true),
                    new H3(Texts.of("revisions.impact.samples")));
            impact.samples().forEach(each -> result.add(sample(each)));
        }
    }

    private StatTile tile(String key, int number, Impact impact) {
        Formats formats = desk.formats();
        return new StatTile(
                Texts.of("revisions.impact." + key),
                formats.count(number),
                Texts.of(
                        "revisions.impact.of",
                        formats.count(impact.decided()),
                        formats.percent((double) number / impact.decided())));
    }

    private NativeTable table(List<Impact.Shift> shifts, boolean withIssue) {
        NativeTable table = new NativeTable();
        table.addClassName("table");
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(
                Texts.of(withIssue ? "revisions.impact.column.action" : "revisions.impact.column.issue")));
        for (String each : List.of("before", "after", "change", "first")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of("revisions.impact.column." + each));
            cell.addClassName("number");
            head.add(cell);
        }
        table.getHead().add(head);
        for (Impact.Shift each : shifts.subList(0, Math.min(SHOWN, shifts.size()))) {
            NativeTableRow row = new NativeTableRow();
            NativeTableCell name = new NativeTableCell();
            if (withIssue) {
                name.add(new Span(Words.in(each.label())));
            } else {
                name.add(new IssueBadge(each.issue(), Words.in(each.label())));
            }
            row.add(name);
            number(row, desk.formats().count(each.before()));
            number(row, desk.formats().count(each.after()));
            number(row, signed(each.change()));
            number(row, each.firstBefore() + " → " + each.firstAfter());
            table.getBody().add(row);
        }
        return table;
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassNames("number", "tnum");
        row.add(cell);
    }

    private static String signed(int change) {
        return change > 0 ? "+" + change : change < 0 ? "−" + -change : "0";
    }

    private Div sample(Impact.Sample sample) {
        PageLink link = new PageLink(
                "insight/decisions/" + sample.decision(),
                Words.of(sample.channel()) + " · " + desk.formats().dateTime(sample.at()));
        Div both = new Div(
                list(Texts.of("revisions.impact.live"), sample.before()),
                list(Texts.of("revisions.impact.then"), sample.after()));
        both.addClassNames("cols", "cols-half");
        Div block = new Div(link, both);
        block.addClassName("revision-block");
        return block;
    }

    private static Div list(String name, List<LocalText> titles) {
        Span whose = new Span(name);
        whose.addClassName("overline");
        Div list = new Div(whose);
        list.addClassName("version");
        if (titles.isEmpty()) {
            list.add(new Div(Texts.of("revisions.impact.listen")));
        }
        for (int i = 0; i < titles.size(); i++) {
            list.add(new Div((i + 1) + ". " + Words.in(titles.get(i))));
        }
        return list;
    }
}
