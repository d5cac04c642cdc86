package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.attune.insight.internal.Explained;
import org.attune.insight.internal.Names;
import org.attune.kernel.Outcome;
import org.attune.ui.Chip;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What was offered, with the factors of its priority and what became of it. */
class OfferTable extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient Words words;
    private final transient Names names;
    private final boolean traced;
    private final NativeTableBody body = new NativeTableBody();

    /** @param traced whether the factors are known */
    OfferTable(Formats formats, Words words, Names names, boolean traced) {
        this.formats = formats;
        this.words = words;
        this.names = names;
        this.traced = traced;
        addClassName("offer-table");
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"rank", "action"}) {
            head.add(header(column, false));
        }
        head.add(header("propensity", true));
        if (traced) {
            for (String column : new String[] {"context", "value", "lever", "priority", "first"}) {
                head.add(header(column, true));
            }
        }
        head.add(header("outcome", false));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("table");
        add(table);
    }

    /** @param outcome null when it was never shown */
    void add(Explained.Scored offer, @Nullable Outcome outcome) {
        NativeTableRow row = new NativeTableRow();
        row.add(cell(new Span(formats.count(offer.rank()))));
        row.add(cell(action(offer)));
        row.add(number(likelihood(offer)));
        if (traced) {
            row.add(number(new Span("× " + formats.decimal(offer.context(), 2))));
            row.add(number(new Span("× " + formats.decimal(offer.value(), 1))));
            row.add(number(new Span("× " + formats.decimal(offer.lever(), 2))));
            Span priority = new Span(formats.decimal(offer.priority(), 2));
            priority.addClassName("strong");
            row.add(number(priority));
            row.add(number(new Span(formats.percent(offer.selectionProbability(), 0))));
        }
        row.add(cell(outcome(outcome)));
        body.add(row);
    }

    /** The row of "propose nothing". */
    void addListen(@Nullable Outcome outcome) {
        NativeTableRow row = new NativeTableRow();
        row.addClassName("listen-row");
        Div name = new Div(Icons.EAR.create(), new Span(names.action(Names.NONE)));
        name.addClassName("action-name");
        row.add(cell(new Span("–")), cell(name), number(new Span("–")));
        for (int i = 0; traced && i < 5; i++) {
            row.add(number(new Span("–")));
        }
        row.add(cell(outcome(outcome)));
        body.add(row);
    }

    private Component action(Explained.Scored offer) {
        Span title = new Span(names.action(offer.action()));
        title.addClassName("strong");
        Div name = new Div(title, new IssueBadge(offer.issue(), names.issue(offer.issue())));
        name.addClassName("action-name");
        Div all = new Div(name);
        if (!offer.reasons().isEmpty()) {
            Div reasons = new Div();
            reasons.addClassNames("row", "wrap", "reason-row");
            for (Explained.Reason each : offer.reasons()) {
                Icons icon = each.speaksFor() ? Icons.CHECK : Icons.TREND_DOWN;
                Chip chip = new Chip(icon, each.text().in(Words.language()));
                chip.addClassName("wash");
                if (!each.speaksFor()) {
                    chip.setTitle(Texts.of("insight.decision.against"));
                }
                reasons.add(chip);
            }
            all.add(reasons);
        }
        return all;
    }

    private Component likelihood(Explained.Scored offer) {
        Div cell = new Div(new Span(formats.percent(offer.propensity())));
        if (Math.abs(offer.sampled() - offer.propensity()) > 0.0005) {
            Div drawn = new Div(new Span(Texts.of("insight.decision.drawn", formats.percent(offer.sampled()))));
            drawn.addClassNames("muted", "small");
            cell.add(drawn);
        }
        return cell;
    }

    private Component outcome(@Nullable Outcome outcome) {
        if (outcome == null) {
            Span none = new Span(Texts.of("insight.decision.notshown"));
            none.addClassName("muted");
            return none;
        }
        return words.outcomeBadge(outcome);
    }

    private static NativeTableHeaderCell header(String column, boolean number) {
        Span label = new Span(Texts.of("insight.column." + column));
        NativeTableHeaderCell header = new NativeTableHeaderCell(label);
        header.getElement().setAttribute("scope", "col");
        if (number) {
            header.addClassName("number");
            label.setTitle(Texts.of("insight.hint." + column));
        }
        return header;
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }

    private static NativeTableCell number(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("number");
        return cell;
    }
}
