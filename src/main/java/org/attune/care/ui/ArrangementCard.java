package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.UUID;
import org.attune.care.Arrangement;
import org.attune.care.Arrangement.Expected;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Badge;
import org.attune.ui.PageLink;
import org.attune.ui.Texts;

/** The arrangement that runs or waits: payment by payment. */
final class ArrangementCard extends Div {
    private static final long serialVersionUID = 1L;

    ArrangementCard(PlanTab tab, Arrangement about) {
        addClassName("stack");
        H3 title = new H3(Texts.of("care.plan.running"));
        Badge state = new Badge(
                Texts.of("care.state." + about.state().key()),
                switch (about.state()) {
                    case PROPOSED -> Badge.Kind.WARN;
                    case ACTIVE -> Badge.Kind.INFO;
                    case KEPT, COMPLETED -> Badge.Kind.GOOD;
                    case BROKEN -> Badge.Kind.BAD;
                    case CANCELLED -> Badge.Kind.NEUTRAL;
                });
        add(Words.row(title, state));
        add(new Span(Texts.of(
                "care.plan.status",
                tab.euro(about.paid()),
                tab.euro(about.arrears()),
                tab.formats().date(about.endsOn()))));
        if (about.state() == Arrangement.State.PROPOSED) {
            add(Words.muted(Texts.of("care.plan.waits")));
        } else {
            add(Words.muted(Texts.of("care.plan.silent")));
        }
        NativeTableBody body = new NativeTableBody();
        about.payments().forEach(each -> body.add(row(tab, each)));
        NativeTable table = new NativeTable(body);
        table.addClassName("table");
        table.getElement().setAttribute("aria-label", Texts.of("care.plan.payments"));
        add(table);
        if (about.state().runs()) {
            BigDecimalField paid = new BigDecimalField();
            paid.setAriaLabel(Texts.of("care.plan.paid.amount"));
            paid.setLocale(Texts.locale());
            Expected next = about.next();
            if (next != null) {
                paid.setValue(Words.typed(next.cents() - next.paidCents()));
            }
            ActionButton note = new ActionButton(Texts.of("care.plan.paid"), click -> {
                Long cents = Words.cents(paid.getValue());
                if (cents != null && cents > 0) {
                    Words.tell(() -> tab.services()
                            .arrangements()
                            .paid(
                                    tab.customer(),
                                    cents,
                                    "desk-" + UUID.randomUUID(),
                                    tab.services().days().now(),
                                    tab.agent()));
                    tab.refresh();
                }
            });
            add(Words.row(paid, note));
        }
        PageLink letter = new PageLink("desk/arrangement/" + about.id(), Texts.of("care.letter.open"));
        ActionButton cancel = new ActionButton(
                        Texts.of("care.plan.cancel"),
                        click -> Ask.danger(
                                Texts.of("care.plan.cancel"),
                                Texts.of("care.plan.cancel.ask"),
                                Texts.of("care.plan.cancel"),
                                () -> {
                                    Words.tell(() -> tab.services()
                                            .arrangements()
                                            .cancel(about.id(), "by agreement", tab.agent()));
                                    tab.refresh();
                                }))
                .link();
        add(Words.row(letter, cancel));
    }

    private static NativeTableRow row(PlanTab tab, Expected each) {
        NativeTableCell amount = new NativeTableCell(tab.euro(each.cents()));
        amount.addClassName("number");
        String word;
        if (each.paidOn() != null) {
            word = Texts.of("care.payment.paid", tab.formats().date(each.paidOn()));
        } else if (each.missedOn() != null) {
            word = Texts.of("care.payment.missed");
        } else if (each.paidCents() > 0) {
            word = Texts.of("care.payment.part", tab.euro(each.paidCents()));
        } else {
            word = Texts.of("care.payment.expected");
        }
        return new NativeTableRow(
                new NativeTableCell(tab.formats().date(each.due())), amount, new NativeTableCell(word));
    }
}
