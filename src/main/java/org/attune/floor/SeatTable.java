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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.care.HelpCall;
import org.attune.ui.Badge;
import org.attune.ui.EmptyState;
import org.attune.ui.Icons;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;

/** Agents by name, each with what they do and since when. */
final class SeatTable extends Div {
    private static final long serialVersionUID = 1L;

    private final transient FloorWords words;
    private transient List<Seat> shown = List.of();
    private transient Set<String> asking = Set.of();
    private boolean painted;

    SeatTable(FloorWords words) {
        this.words = words;
        addClassNames("scroll", "seats");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("floor.agents"));
    }

    /** Paints anew only when something is different: what somebody reads stays still. */
    void show(List<Seat> seats, List<HelpCall> help) {
        Set<String> now = help.stream().map(HelpCall::agent).collect(Collectors.toSet());
        if (painted && seats.equals(shown) && now.equals(asking)) {
            return;
        }
        painted = true;
        shown = seats;
        asking = now;
        removeAll();
        if (seats.isEmpty()) {
            add(new EmptyState(Icons.FLOOR, Texts.of("floor.empty"), Texts.of("floor.empty.hint")));
            return;
        }
        NativeTableBody body = new NativeTableBody();
        seats.forEach(each -> body.add(row(each)));
        NativeTable table = new NativeTable(
                new NativeTableHeader(new NativeTableRow(
                        head("floor.agent"),
                        head("floor.state"),
                        head("floor.since"),
                        head("floor.queue"),
                        head("floor.about"),
                        head("floor.customer"))),
                body);
        table.addClassName("table");
        add(table);
    }

    private static NativeTableHeaderCell head(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(Texts.of(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(Seat seat) {
        Div who = new Div(new Span(seat.name()));
        who.addClassName("row");
        if (asking.contains(seat.agent())) {
            who.add(new Badge(Icons.LIFEBUOY, Texts.of("floor.asks"), Badge.Kind.WARN));
        }
        NativeTableCell customer = new NativeTableCell();
        if (seat.guarded()) {
            customer.add(new Badge(Icons.SHIELD, Texts.of("floor.guarded"), Badge.Kind.PROTECTED));
        }
        return new NativeTableRow(
                new NativeTableCell(who),
                new NativeTableCell(state(seat)),
                new NativeTableCell(words.timer(seat.since())),
                new NativeTableCell(SystemNames.queue(seat.queue())),
                new NativeTableCell(words.reason(seat.reason())),
                customer);
    }

    private static Div state(Seat seat) {
        Span dot = new Span();
        dot.addClassNames(seat.state() == Seat.State.TALKING ? "dot-live" : "dot");
        String key = seat.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Div state = new Div(dot, new Span(Texts.of("floor.state." + key)));
        state.addClassNames("row", "seat-state", "seat-" + key);
        return state;
    }
}
