package org.attune.care.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.attune.care.Partner;
import org.attune.care.Referral;
import org.attune.care.Referral.Outcome;
import org.attune.care.Referral.Shared;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Notify;
import org.attune.ui.Texts;

/** Passing somebody on, warmly: whom to call, what may be said, who took the call, what became of it. */
final class PassOnTab extends CareTab {
    private static final long serialVersionUID = 1L;

    private final Select<Partner> partner = new Select<>();
    private final Span about = Words.muted("");
    private final CheckboxGroup<Shared> shared = new CheckboxGroup<>(Texts.of("care.pass.shared"));
    private final TextField spokeWith = new TextField(Texts.of("care.pass.spoke"));
    private final ConsentBox consent = new ConsentBox("care.pass.consent");
    private final Div before = new Div();

    PassOnTab(Host host) {
        super(host);
        partner.setLabel(Texts.of("care.pass.partner"));
        partner.setItems(services().referrals().partners());
        partner.setItemLabelGenerator(each -> each == null ? "" : Words.of(each.name()));
        partner.setWidthFull();
        partner.addValueChangeListener(change -> {
            Partner chosen = change.getValue();
            about.setText(
                    chosen == null
                            ? ""
                            : Texts.of(
                                    "care.pass.about",
                                    Words.of(chosen.helpsWith()),
                                    chosen.phone(),
                                    Words.of(chosen.hours())));
        });
        shared.setItems(Shared.values());
        shared.setItemLabelGenerator(each -> Texts.of("care.shared." + each.key()));
        spokeWith.setMaxLength(120);
        spokeWith.setWidthFull();
        before.addClassName("stack");
        add(
                partner,
                about,
                shared,
                spokeWith,
                Words.row(consent, new ActionButton(Texts.of("care.pass.record"), click -> pass()).primary()),
                before);
    }

    @Override
    String title() {
        return Texts.of("care.pass");
    }

    @Override
    void refresh() {
        before.removeAll();
        services().referrals().of(customer()).forEach(each -> before.add(line(each)));
    }

    private Div line(Referral each) {
        H3 name = new H3(Words.of(services().referrals().name(each.partner())));
        Div head = Words.row(name);
        Div line = new Div(
                head,
                Words.muted(Texts.of(
                        "care.pass.line", formats().dateTime(each.madeAt()), person(each.madeBy()), each.spokeWith())));
        line.addClassNames("stack", "tight", "care-case");
        if (each.outcome() != null) {
            head.add(new Badge(Texts.of("care.became." + each.outcome().key()), Badge.Kind.INFO));
        } else {
            Div row = Words.row(Words.muted(Texts.of("care.became")));
            for (Outcome outcome : Outcome.values()) {
                row.add(new ActionButton(Texts.of("care.became." + outcome.key()), click -> {
                            Words.tell(() -> services().referrals().became(each.id(), outcome, agent()));
                            refresh();
                        })
                        .link());
            }
            line.add(row);
        }
        return line;
    }

    private void pass() {
        Partner chosen = partner.getValue();
        boolean passed = Words.tell(
                () -> services()
                        .referrals()
                        .pass(
                                customer(),
                                chosen == null ? "" : chosen.key(),
                                Set.copyOf(shared.getValue()),
                                spokeWith.getValue(),
                                consent.said(),
                                agent()),
                consent::complains);
        if (passed) {
            partner.clear();
            shared.clear();
            spokeWith.clear();
            consent.setValue(false);
            Notify.success(Texts.of("care.pass.recorded"));
            refresh();
        }
    }
}
