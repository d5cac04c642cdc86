package org.attune.care.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Role;
import org.attune.care.Arrangement;
import org.attune.care.Arrangement.State;
import org.attune.care.CareCase;
import org.attune.care.CareChanged;
import org.attune.care.HelpCall;
import org.attune.care.HelpCalled;
import org.attune.care.engine.SlaClock;
import org.attune.care.engine.SlaClock.Standing;
import org.attune.customer.CustomerSummary;
import org.attune.kernel.CustomerId;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.SectionTitle;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;

/** What waits for a supervisor: people who call for help, plans to agree on, clocks that run. No agent is measured here. */
@Route(value = "insight/care", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class CareView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    private static final Duration WINDOW = Duration.ofDays(90);

    private final transient CareServices services;
    private final Div help = new Div();
    private final StatTile late = new StatTile(Texts.of("care.tile.clocks"), "", "");
    private final StatTile waiting = new StatTile(Texts.of("care.tile.waiting"), "", "");
    private final StatTile kept = new StatTile(Texts.of("care.tile.kept"), "", "");
    private final StatTile broken = new StatTile(Texts.of("care.tile.broken"), "", "");
    private final Div approvals = list("care.approvals");
    private final Div clocks = list("care.clocks");
    private final List<Registration> listening = new ArrayList<>();

    CareView(CareServices services) {
        super(Texts.of("care.insight"));
        this.services = services;
        help.addClassName("stack");
        Div tiles = new Div(late, waiting, kept, broken);
        tiles.addClassName("tiles");
        Div columns = new Div(card("care.approvals", approvals), card("care.clocks", clocks));
        columns.addClassNames("cols", "cols-half", "grow");
        content().addClassNames("stack", "care-insight");
        content().add(help, tiles, columns);
        refresh();
    }

    private static Div list(String name) {
        Div list = new Div();
        list.addClassNames("stack", "scroll");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("role", "group");
        list.getElement().setAttribute("aria-label", Texts.of(name));
        return list;
    }

    private static Card card(String title, Component list) {
        return new Card(new SectionTitle(Texts.of(title)), list).fill();
    }

    private void refresh() {
        LocalDate today = services.days().today();
        List<CareCase> cases = services.cases().onTheClock(SHOWN);
        List<Arrangement> waits = services.arrangements().waiting();
        Map<CustomerId, CustomerSummary> names = services.customers()
                .summaries(Stream.concat(
                                cases.stream().map(CareCase::customer),
                                waits.stream().map(Arrangement::customer))
                        .collect(Collectors.toSet()));
        showHelp();
        showFigures(cases, waits, today);
        approvals.removeAll();
        waits.forEach(
                each -> approvals.add(new ApprovalRow(each, name(names, each.customer()), services, this::refresh)));
        if (waits.isEmpty()) {
            approvals.add(Words.muted(Texts.of("care.approvals.none")));
        }
        clocks.removeAll();
        cases.forEach(each -> clocks.add(clockRow(each, name(names, each.customer()), today)));
        if (cases.isEmpty()) {
            clocks.add(Words.muted(Texts.of("care.clocks.none")));
        }
    }

    private static String name(Map<CustomerId, CustomerSummary> names, CustomerId id) {
        CustomerSummary found = names.get(id);
        return found == null ? "" : found.displayName() + " · " + found.ref();
    }

    private void showFigures(List<CareCase> cases, List<Arrangement> waits, LocalDate today) {
        List<Standing> standings = cases.stream()
                .flatMap(each -> each.clocks().stream())
                .filter(each -> each.done() == null)
                .map(each -> each.on(today))
                .toList();
        long over = standings.stream().filter(each -> each == Standing.LATE).count();
        long due = standings.stream().filter(each -> each == Standing.TODAY).count();
        late.setFigure(
                services.formats().count(over),
                Texts.of(
                        "care.tile.clocks.note",
                        services.formats().count(due),
                        services.formats().count(standings.size())));
        waiting.setFigure(services.formats().count(waits.size()), Texts.of("care.tile.waiting.note"));
        Map<State, Long> counts =
                services.arrangements().counts(services.days().now().minus(WINDOW));
        long good = counts.getOrDefault(State.KEPT, 0L);
        long done = counts.getOrDefault(State.COMPLETED, 0L);
        long runs = counts.getOrDefault(State.ACTIVE, 0L);
        kept.setFigure(services.formats().count(good), Texts.of("care.tile.kept.note", runs, done));
        broken.setFigure(
                services.formats().count(counts.getOrDefault(State.BROKEN, 0L)), Texts.of("care.tile.broken.note"));
    }

    private void showHelp() {
        help.removeAll();
        for (HelpCall each : services.agentCare().open()) {
            Span text = new Span(Texts.of(
                    each.takenBy() == null ? "care.help.asks" : "care.help.taken",
                    person(each.agent()),
                    services.formats().ago(each.askedAt()),
                    each.takenBy() == null ? "" : person(each.takenBy())));
            text.addClassName("grow");
            Div banner = new Div(Icons.CARE.create(), text);
            banner.addClassNames("banner", each.takenBy() == null ? "warn" : "good");
            banner.getElement().setAttribute("role", "status");
            if (!services.user().is(Role.SUPERVISOR)) {
                help.add(banner);
                continue;
            }
            if (each.takenBy() == null) {
                banner.add(new ActionButton(Texts.of("care.help.take"), click -> {
                            Words.tell(() -> services.agentCare()
                                    .take(each.id(), services.user().username()));
                            refresh();
                        })
                        .primary());
            } else {
                banner.add(new ActionButton(Texts.of("care.help.over"), click -> {
                    services.agentCare().over(each.agent());
                    refresh();
                }));
            }
            help.add(banner);
        }
        help.setVisible(help.getComponentCount() > 0);
    }

    private String person(String user) {
        return services.users().byName(user).map(each -> each.displayName()).orElse(user);
    }

    private Div clockRow(CareCase each, String name, LocalDate today) {
        Div badges = new Div();
        badges.addClassName("clocks");
        for (SlaClock clock : each.clocks()) {
            if (clock.done() == null) {
                badges.add(ClockBadge.of(clock, today, services.formats()));
            }
        }
        Div words = new Div(
                new H3(name),
                Words.muted(Texts.of("care.case." + each.kind().key()) + " · "
                        + Texts.of("care.case.since", services.formats().date(each.openedOn())) + " · "
                        + person(each.openedBy())));
        words.addClassNames("stack", "tight", "grow");
        Div row = new Div(words, badges);
        row.addClassNames("row", "spread", "care-case");
        return row;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        listening.add(services.news().listen(CareChanged.class, news -> ui.access(this::refresh)));
        listening.add(services.news().listen(HelpCalled.class, news -> ui.access(this::refresh)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.forEach(Registration::remove);
        listening.clear();
    }
}
