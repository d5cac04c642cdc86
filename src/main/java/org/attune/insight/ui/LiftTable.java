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
import java.util.List;
import org.attune.history.Comparison;
import org.attune.history.engine.Lift;
import org.attune.insight.internal.EvidenceSheet;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** Lift with its interval drawn, one line each for all, for each issue or each action. */
class LiftTable extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;

    LiftTable(Formats formats) {
        this.formats = formats;
        addClassNames("scroll", "lift-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("insight.evidence.table"));
    }

    void show(Comparison all, List<EvidenceSheet.Row> rows, String column) {
        NativeTableBody body = new NativeTableBody();
        body.add(row(strong(Texts.of("insight.evidence.all")), all));
        for (EvidenceSheet.Row each : rows) {
            Span name = new Span(each.title());
            name.setTitle(each.title());
            body.add(row(name, each.compared()));
        }
        NativeTable table = new NativeTable(
                new NativeTableHeader(new NativeTableRow(
                        header(column, ""),
                        header(Texts.of("insight.evidence.column.main"), "number"),
                        header(Texts.of("insight.evidence.column.control"), "number"),
                        header(Texts.of("insight.evidence.column.lift"), "number"),
                        header(Texts.of("insight.evidence.column.drawn"), "drawn"),
                        header(Texts.of("insight.evidence.column.verdict"), ""))),
                body);
        table.addClassName("table");
        removeAll();
        add(table);
    }

    private NativeTableRow row(Component name, Comparison compared) {
        Lift lift = compared.lift();
        NativeTableCell drawn = new NativeTableCell();
        drawn.addClassName("drawn");
        // Of a handful the interval cannot be believed: it is not shown.
        boolean believed = lift != null && lift.verdict() != Lift.Verdict.TOO_FEW;
        if (lift != null && believed) {
            drawn.add(new LiftBar(
                    lift,
                    Texts.of(
                            "insight.evidence.bar",
                            EvidenceWords.figure(lift, formats),
                            EvidenceWords.interval(lift, formats),
                            EvidenceWords.verdict(lift))));
        }
        NativeTableCell title = new NativeTableCell(name);
        title.addClassName("name");
        return new NativeTableRow(
                title,
                number(EvidenceWords.rate(compared.main(), formats)),
                number(EvidenceWords.rate(compared.control(), formats)),
                number(
                        lift == null || !believed
                                ? EvidenceWords.figure(lift, formats)
                                : EvidenceWords.figure(lift, formats) + " (" + EvidenceWords.interval(lift, formats)
                                        + ")"),
                drawn,
                new NativeTableCell(EvidenceWords.badge(lift)));
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassNames("number", "tnum");
        return cell;
    }

    private static NativeTableHeaderCell header(String text, String style) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        if (!style.isEmpty()) {
            header.addClassName(style);
        }
        header.getElement().setAttribute("scope", "col");
        return header;
    }
}
