package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.attune.access.Role;
import org.attune.care.Arrangement;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.kernel.Language;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Texts;

/** An arrangement that waits for a second person: what, why, who asks, and what the budget leaves. */
final class ApprovalRow extends Div {
    private static final long serialVersionUID = 1L;

    ApprovalRow(Arrangement about, String name, CareServices services, Runnable done) {
        addClassNames("stack", "tight", "care-case");
        Div head = Words.row(new H3(name));
        for (Beyond why : about.beyond()) {
            head.add(new Badge(Texts.of("care.beyond.short." + why.name().toLowerCase(Locale.ROOT)), Badge.Kind.WARN));
        }
        add(head);
        add(new Span(Texts.of(
                "care.approval.plan",
                about.payments().size(),
                Words.euro(services.formats(), about.instalment()),
                Texts.of("care.every." + about.frequency().key()).toLowerCase(Texts.locale()),
                services.formats().date(about.endsOn()),
                Words.euro(services.formats(), about.arrears()))));
        add(Words.muted(Texts.of(
                "care.approval.capacity",
                Words.euro(services.formats(), about.capacity().surplus()),
                Words.euro(services.formats(), about.capacity().free()))));
        boolean decides = services.user().is(Role.SUPERVISOR);
        if (decides && !about.reason().isBlank()) {
            add(reason(services, about));
        }
        if (!decides) {
            return;
        }
        String me = services.user().username();
        if (about.proposedBy().equals(me)) {
            add(Words.muted(Texts.of("care.approval.own")));
            return;
        }
        ActionButton agree = new ActionButton(Texts.of("care.approval.agree"), click -> {
                    Words.tell(() -> services.arrangements().approve(about.id(), me));
                    done.run();
                })
                .primary();
        ActionButton refuse = new ActionButton(Texts.of("care.approval.refuse"), click -> {
            Words.tell(() -> services.arrangements().refuse(about.id(), "refused", me));
            done.run();
        });
        add(Words.row(agree, refuse));
    }

    /** In the words in which it was written: it is read as such, and said where they are not the reader's. */
    private static Div reason(CareServices services, Arrangement about) {
        Span said = new Span(Texts.of("care.quoted", about.reason()));
        said.getElement().setAttribute("translate", "no");
        Div line = Words.row(new Span(Texts.of("care.approval.reason", person(services, about.proposedBy()))), said);
        Language language = about.language();
        if (language != null && language != Words.language()) {
            said.getElement().setAttribute("lang", language.key());
            line.add(new Badge(Texts.of("care.written." + language.key()), Badge.Kind.NEUTRAL));
        }
        return line;
    }

    private static String person(CareServices services, String user) {
        return services.users().byName(user).map(each -> each.displayName()).orElse(user);
    }
}
