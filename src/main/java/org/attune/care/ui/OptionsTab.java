package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.care.engine.Assistance.Fit;
import org.attune.care.engine.Assistance.Kind;
import org.attune.care.engine.Assistance.Option;
import org.attune.care.engine.Capacity;
import org.attune.care.engine.HelpTerm;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;

/** The picker of help: what suffices first, each with its reason in plain words. */
final class OptionsTab extends CareTab {
    private static final long serialVersionUID = 1L;

    private final Span knows = Words.muted("");
    private final Segmented<HelpTerm> term;
    private final OrderedList list = new OrderedList();

    OptionsTab(Host host) {
        super(host);
        term = new Segmented<HelpTerm>(Texts.of("care.term"), chosen -> {
                    draft().term = chosen;
                    refresh();
                })
                .option(HelpTerm.SHORT, Texts.of("care.term.short"))
                .option(HelpTerm.LONG, Texts.of("care.term.long"));
        list.addClassNames("plain-list", "care-options");
        add(Words.row(term, knows), list);
    }

    @Override
    String title() {
        return Texts.of("care.options");
    }

    @Override
    void refresh() {
        term.setValue(draft().term);
        Capacity capacity = services().arrangements().capacity(customer()).orElse(null);
        knows.setText(
                capacity == null
                        ? Texts.of("care.options.no-budget")
                        : Texts.of("care.options.capacity", euro(capacity.surplus()), euro(capacity.free())));
        list.removeAll();
        List<Option> options = services().ladder().options(customer(), draft().term);
        options.forEach(each -> list.add(line(each)));
    }

    private ListItem line(Option option) {
        H3 name = new H3(Texts.of("care.option." + option.kind().key()));
        Badge fit = new Badge(
                Texts.of("care.fit."
                        + option.fit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                switch (option.fit()) {
                    case SUFFICES -> Badge.Kind.GOOD;
                    case HELPS -> Badge.Kind.INFO;
                    case NOT_NOW -> Badge.Kind.NEUTRAL;
                });
        Div head = Words.row(name, fit);
        boolean counts = option.why().startsWith("instalments") || option.why().startsWith("pause");
        Object figure = counts ? option.figure() : euro(option.figure());
        Span why = new Span(Texts.of("care.why." + option.why(), figure));
        Div words = new Div(head, why);
        words.addClassNames("stack", "tight", "grow");
        Div row = new Div(words);
        row.addClassNames("row", "spread");
        if (option.fit() != Fit.NOT_NOW) {
            int tab = target(option.kind());
            if (tab >= 0) {
                row.add(new ActionButton(Texts.of("care.option.go"), click -> host().open(tab)).link());
            }
        }
        return new ListItem(row);
    }

    /** Where it is done; -1 where the card on the right records it. */
    private static int target(Kind kind) {
        return switch (kind) {
            case MORE_TIME, INSTALMENTS, TOKEN_PAYMENTS -> CarePanel.PLAN;
            case BENEFITS -> CarePanel.AIDS;
            case DEBT_ADVICE -> CarePanel.PASS_ON;
            case PAUSE, REDUCE, WAIVE_CHARGES, PART_WRITE_OFF, CHEAPER_TARIFF -> -1;
        };
    }
}
