package org.attune.floor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.telephony.QueueStanding;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The pressure on each queue: how many wait, since when the first, how many talk. */
final class QueueTable extends Div {
    private static final long serialVersionUID = 1L;

    private final transient FloorWords words;
    private transient @Nullable List<QueueStanding> shown;

    QueueTable(FloorWords words) {
        this.words = words;
        addClassName("queues");
    }

    void show(List<QueueStanding> queues) {
        if (queues.equals(shown)) {
            return;
        }
        shown = queues;
        removeAll();
        if (queues.isEmpty()) {
            Span none = new Span(Texts.of("floor.queues.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        NativeTableBody body = new NativeTableBody();
        queues.forEach(each -> body.add(new NativeTableRow(
                new NativeTableCell(
                        each.queue().isEmpty() ? Texts.of("floor.queue.none") : SystemNames.queue(each.queue())),
                number(each.waiting()),
                longest(each),
                number(each.talking()))));
        NativeTable table = new NativeTable(
                new NativeTableHeader(new NativeTableRow(
                        head("floor.queue", false),
                        head("floor.queue.waiting", true),
                        head("floor.queue.longest", true),
                        head("floor.queue.talking", true))),
                body);
        table.addClassName("table");
        add(table);
    }

    private static NativeTableHeaderCell head(String key, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of(key));
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("number", number);
        return cell;
    }

    private NativeTableCell number(int value) {
        NativeTableCell cell = new NativeTableCell(words.formats().count(value));
        cell.addClassName("number");
        return cell;
    }

    private NativeTableCell longest(QueueStanding each) {
        NativeTableCell cell = new NativeTableCell(words.timer(each.longestSince()));
        cell.addClassName("number");
        return cell;
    }
}
