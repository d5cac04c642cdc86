package org.attune.care.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.attune.access.Role;
import org.attune.care.CareCase;
import org.attune.care.CaseKind;
import org.attune.care.Duties;
import org.attune.care.engine.FrenchBanking;
import org.attune.care.engine.SlaClock;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Chip;
import org.attune.ui.Icons;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What the customer goes through: what runs with its dates and clocks, what must be proposed, and what begins now. */
final class SituationTab extends CareTab {
    private static final long serialVersionUID = 1L;

    private final Div now = new Div();
    private final BeginForm begin;

    SituationTab(Host host) {
        super(host);
        now.addClassName("stack");
        begin = new BeginForm(this);
        add(now, begin);
    }

    @Override
    String title() {
        return Texts.of("care.situation");
    }

    @Override
    void refresh() {
        now.removeAll();
        services().cases().safeContact(customer()).ifPresent(how -> {
            Div banner = new Div(
                    Icons.SHIELD.create(),
                    new Span(how.isBlank() ? Texts.of("care.discreet.ask") : Texts.of("care.discreet.how", how)));
            banner.addClassNames("banner", "protected");
            now.add(banner);
        });
        if (Boolean.TRUE.equals(services()
                .customers()
                .context(customer(), services().days().now())
                .value("hardship_likely"))) {
            Div banner = new Div(Icons.CARE.create(), new Span(Texts.of("care.early")));
            banner.addClassNames("banner", "warn");
            now.add(banner);
        }
        services().duties().of(customer()).forEach(duty -> now.add(duty(duty)));
        services().duties().fees(customer()).ifPresent(fees -> now.add(fees(fees)));
        List<CareCase> open = services().cases().open(customer(), Role.AGENT);
        open.forEach(each -> now.add(line(each)));
        Div known = known(open);
        now.add(known);
        if (open.isEmpty() && known.getComponentCount() == 0) {
            now.add(Words.muted(Texts.of("care.case.none")));
        }
        Div flags = Words.row();
        services()
                .cases()
                .noDisconnection(customer(), services().days().now())
                .forEach(why -> flags.add(new Chip(Icons.LOCK, Texts.of("care.no-cut." + why.key()))));
        if (flags.getComponentCount() > 0) {
            now.add(Words.row(new Span(Texts.of("care.no-cut")), flags));
        }
    }

    /** States that somebody else has told of (billing, a complaint): they protect, too, but no case of care stands for them. */
    private Div known(List<CareCase> open) {
        Div lines = new Div();
        lines.addClassNames("stack", "tight");
        CustomerContext who =
                services().customers().context(customer(), services().days().now());
        who.states().stream()
                .filter(state -> state.activeAt(who.at()))
                .filter(state -> open.stream().noneMatch(each -> each.kind().state() == state.state()))
                .forEach(state -> {
                    Span name = new Span(Words.of(services()
                            .vocabulary()
                            .label(Kind.STATE, state.state().key())));
                    name.addClassName("strong");
                    lines.add(Words.row(
                            name,
                            Words.muted(Texts.of(
                                    "care.known", formats().date(state.since()), SystemNames.source(state.source())))));
                });
        return lines;
    }

    @Override
    void changed() {
        refresh();
        begin.refresh();
    }

    private Div duty(Duties.Duty duty) {
        StringBuilder why = new StringBuilder();
        for (FrenchBanking.Why each : duty.why()) {
            why.append(why.isEmpty() ? "" : ", ")
                    .append(Texts.of("care.duty.why." + each.name().toLowerCase(java.util.Locale.ROOT)));
        }
        Span text = new Span(Texts.of("care.duty." + duty.key(), euro(duty.atMostCents()), why));
        text.addClassName("grow");
        Div banner = new Div(Icons.FLAG.create(), text);
        banner.addClassNames("banner", duty.doneBy() == null ? "warn" : "good");
        if (duty.doneBy() == null) {
            banner.add(new ActionButton(Texts.of("care.duty.done"), click -> {
                services().duties().done(customer(), duty.key(), agent());
                refresh();
            }));
        } else {
            banner.add(Words.muted(Texts.of("care.duty.by", person(duty.doneBy()))));
        }
        return banner;
    }

    /** What may still be charged for incidents; what was charged above the caps is given back. */
    private Div fees(Duties.Fees fees) {
        String sums = Texts.of(
                "care.fees",
                euro(fees.charged().month()),
                euro(FrenchBanking.FEES_A_MONTH),
                euro(fees.charged().year()),
                euro(FrenchBanking.FEES_A_YEAR));
        boolean over = fees.charged().over() > 0;
        Span text = new Span(
                over
                        ? sums + " "
                                + Texts.of("care.fees.over", euro(fees.charged().over()))
                        : sums);
        text.addClassName("grow");
        Div banner = new Div(Icons.FLAG.create(), text);
        banner.addClassName("banner");
        if (fees.doneBy() != null) {
            banner.addClassName("good");
            banner.add(Words.muted(Texts.of("care.fees.by", person(fees.doneBy()))));
        } else if (over) {
            banner.addClassName("warn");
            banner.add(new ActionButton(Texts.of("care.fees.back"), click -> {
                services().duties().done(customer(), fees.duty(), agent());
                refresh();
            }));
        }
        return banner;
    }

    private Div line(CareCase each) {
        LocalDate today = services().days().today();
        H3 name = new H3(Texts.of("care.case." + each.kind().key()));
        Div head = Words.row(name, reason(each));
        for (SlaClock clock : each.clocks()) {
            if (clock.done() == null) {
                head.add(ClockBadge.of(clock, today, formats()));
            }
        }
        Div line = new Div(head);
        line.addClassNames("stack", "tight", "care-case");
        line.add(Words.muted(dates(each)));
        if (!each.note().isBlank()) {
            Span note = new Span(each.note());
            note.getElement().setAttribute("translate", "no");
            line.add(note);
        } else if (each.visibility() == CareCase.Visibility.SUPERVISORS) {
            line.add(Words.muted(Texts.of("care.case.hidden")));
        }
        line.add(deeds(each, today));
        return line;
    }

    private static @Nullable Badge reason(CareCase each) {
        if (each.reason().isEmpty()) {
            return null;
        }
        String group = each.kind() == CaseKind.NEED ? "care.need." : "care.reason.";
        return new Badge(Texts.of(group + each.reason()), Badge.Kind.PROTECTED);
    }

    private String dates(CareCase each) {
        StringBuilder text =
                new StringBuilder(Texts.of("care.case.since", formats().date(each.openedOn())));
        if (each.endsOn() != null) {
            text.append(" · ").append(Texts.of("care.case.until", formats().date(each.endsOn())));
        }
        if (each.reviewFrom() != null && each.reviewTo() != null && each.reviewedOn() == null) {
            text.append(" · ")
                    .append(Texts.of(
                            "care.case.review",
                            formats().date(each.reviewFrom()),
                            formats().date(each.reviewTo())));
        }
        if (each.term() != null) {
            text.append(" · ").append(Texts.of("care.term." + each.term().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (each.consent() != null) {
            text.append(" · ").append(Texts.of("care.consent.given"));
        }
        return text.toString();
    }

    private Div deeds(CareCase each, LocalDate today) {
        Div row = Words.row();
        if (each.assessBy() != null && each.assessedOn() == null) {
            row.add(deed("care.assess", () -> services().cases().assess(each.id(), agent())));
        } else if (each.answerBy() != null && each.answeredOn() == null) {
            boolean hardship = each.kind() == CaseKind.HARDSHIP;
            row.add(deed(
                    hardship ? "care.grant" : "care.answer",
                    () -> services().cases().answer(each.id(), true, agent())));
            if (hardship) {
                row.add(deed("care.refuse", () -> services().cases().answer(each.id(), false, agent())));
            }
        }
        boolean inWindow = each.reviewFrom() != null
                && each.reviewTo() != null
                && each.reviewedOn() == null
                && !today.isBefore(each.reviewFrom())
                && !today.isAfter(each.reviewTo());
        if (inWindow) {
            row.add(deed("care.review.goes-on", () -> services().cases().review(each.id(), true, agent())));
        }
        if (each.kind() == CaseKind.TREATMENT && each.endsOn() == null) {
            row.add(deed("care.treatment.ended", () -> services().cases().treatmentEnded(each.id(), agent())));
        }
        row.add(deed("care.case.close", () -> services().cases().close(each.id(), agent()))
                .link());
        return row;
    }

    private ActionButton deed(String key, Runnable deed) {
        return new ActionButton(Texts.of(key), click -> {
            Words.tell(deed);
            refresh();
        });
    }
}
