package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;
import org.attune.access.CurrentUser;
import org.attune.access.Role;
import org.attune.kernel.AttuneException;
import org.attune.learning.Contest;
import org.attune.learning.EngineVariant;
import org.attune.learning.Engines;
import org.attune.learning.Reign;
import org.attune.learning.engine.ModelHealth;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The engine in charge beside the one that challenges it in the shadow; admins put one in the other's place. */
class EnginePane extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 6;

    private final transient Engines engines;
    private final transient CurrentUser user;
    private final transient Formats formats;
    private final Div figures = new Div();
    private final Div choices = new Div();
    private final Paragraph shadow = new Paragraph();
    private final Paragraph missed = new Paragraph();
    private transient @Nullable Contest shown;

    EnginePane(Engines engines, CurrentUser user, Formats formats) {
        this.engines = engines;
        this.user = user;
        this.formats = formats;
        addClassNames("engine-pane", "scroll");
        figures.addClassNames("stack");
        choices.addClassNames("stack");
        missed.addClassName("muted");
        add(figures, choices);
    }

    /** Shows both as they stand. Buttons stay where they are unless another engine is in charge or challenges. */
    void show(Contest contest) {
        if (contest.equals(shown)) {
            return;
        }
        Contest before = shown;
        shown = contest;
        Contest.Rival rival = contest.challenger();
        figures.removeAll();
        figures.add(comparison(contest, rival));
        if (before == null || !engines(before).equals(engines(contest))) {
            choices.removeAll();
            choices.add(rival == null ? candidates(contest) : challenger(rival), past(contest));
        }
        if (rival != null) {
            shadow.setText(Texts.of(
                    "insight.engine.shadow",
                    formats.count(rival.shadow().decisions()),
                    formats.percent(rival.shadow().otherShare()),
                    formats.decimal(100 * rival.shadow().moved(), 1)));
            missed.setText(
                    rival.shadow().missed() == 0
                            ? ""
                            : Texts.of(
                                    "insight.engine.missed",
                                    formats.count(rival.shadow().missed())));
        }
    }

    private static List<String> engines(Contest contest) {
        Contest.Rival rival = contest.challenger();
        return List.of(
                contest.champion().engine(),
                rival == null ? "" : rival.engine().key(),
                Integer.toString(contest.reigns().size()));
    }

    private Card comparison(Contest contest, Contest.@Nullable Rival rival) {
        Reign champion = contest.champion();
        NativeTable table = new NativeTable();
        table.addClassName("engine-table");
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(""));
        head.add(new NativeTableHeaderCell(Texts.of("insight.engine.champion", name(champion.engine()))));
        if (rival != null) {
            head.add(new NativeTableHeaderCell(
                    Texts.of("insight.engine.challenger", name(rival.engine().key()))));
        }
        ModelHealth theirs = rival == null ? null : rival.health();
        row(table, "loss", contest.championHealth(), theirs, health -> formats.decimal(health.logLoss(), 4));
        row(table, "recent", contest.championHealth(), theirs, health -> formats.decimal(health.recentLogLoss(), 4));
        row(table, "base", contest.championHealth(), theirs, health -> formats.decimal(health.baseLogLoss(), 4));
        row(table, "auc", contest.championHealth(), theirs, health -> formats.decimal(health.auc(), 4));
        row(
                table,
                "calibration",
                contest.championHealth(),
                theirs,
                health -> formats.percent(health.calibrationError()));
        row(table, "answers", contest.championHealth(), theirs, health -> formats.count(health.responses()));
        Card card = new Card(new H2(Texts.of("insight.engine.title")), table);
        card.add(muted(rival == null ? Texts.of("insight.engine.alone") : verdict(contest, rival)));
        return card;
    }

    private static void row(
            NativeTable table,
            String key,
            ModelHealth mine,
            @Nullable ModelHealth theirs,
            Function<ModelHealth, String> text) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell head = new NativeTableHeaderCell(Texts.of("insight.engine.row." + key));
        head.getElement().setAttribute("scope", "row");
        row.add(head);
        row.add(new NativeTableCell(text.apply(mine)));
        if (theirs != null) {
            row.add(new NativeTableCell(text.apply(theirs)));
        }
    }

    private String verdict(Contest contest, Contest.Rival rival) {
        if (rival.behind() > 0) {
            return Texts.of("insight.engine.behind", formats.count(rival.behind()));
        }
        double difference = contest.championHealth().logLoss() - rival.health().logLoss();
        String key = Math.abs(difference) < 5e-4 ? "even" : difference > 0 ? "better" : "worse";
        return Texts.of("insight.engine.verdict." + key, formats.decimal(Math.abs(difference), 4));
    }

    private Card challenger(Contest.Rival rival) {
        String name = name(rival.engine().key());
        Card card = new Card(new H2(Texts.of("insight.engine.challenger", name)));
        card.add(new Paragraph(words(rival.engine())));
        card.add(shadow, missed);
        if (user.is(Role.ADMIN)) {
            ActionButton promote = new ActionButton(
                    Texts.of("insight.engine.promote"),
                    click -> Ask.confirm(
                            Texts.of("insight.engine.promote"),
                            Texts.of("insight.engine.promote.ask", name),
                            Texts.of("insight.engine.promote"),
                            () -> act(() -> engines.promote(user.username()), "insight.engine.promoted", name)));
            ActionButton away = new ActionButton(
                    Texts.of("insight.engine.withdraw"),
                    click -> act(() -> engines.withdraw(user.username()), "insight.engine.withdrawn", name));
            card.add(row(promote.primary(), away));
        } else {
            card.add(muted(Texts.of("insight.engine.admin")));
        }
        return card;
    }

    private Card candidates(Contest contest) {
        Card card = new Card(new H2(Texts.of("insight.engine.none")));
        card.add(new Paragraph(Texts.of("insight.engine.none.words")));
        for (EngineVariant each : EngineVariant.all()) {
            if (!each.key().equals(contest.champion().engine())) {
                String name = name(each.key());
                Div line = row(new Paragraph(words(each)));
                if (user.is(Role.ADMIN)) {
                    line.add(new ActionButton(
                            Texts.of("insight.engine.challenge", name),
                            click -> act(
                                    () -> engines.challenge(each.key(), user.username()),
                                    "insight.engine.challenging",
                                    name)));
                }
                line.addClassName("spread");
                card.add(line);
            }
        }
        return card;
    }

    private Card past(Contest contest) {
        Card card = new Card(new H2(Texts.of("insight.engine.reigns")));
        List<Reign> newest = contest.reigns().reversed();
        for (Reign each : newest.subList(0, Math.min(LATEST, newest.size()))) {
            card.add(new Paragraph(Texts.of(
                    each.who().equals("attune") ? "insight.engine.reign.attune" : "insight.engine.reign",
                    name(each.engine()),
                    formats.count(each.position()),
                    formats.dateTime(each.at()),
                    each.who())));
        }
        card.add(muted(Texts.of("insight.engine.exact")));
        String previous = contest.previous();
        if (previous != null && user.is(Role.ADMIN)) {
            String name = name(previous);
            card.add(row(new ActionButton(
                    Texts.of("insight.engine.back", name),
                    click -> Ask.confirm(
                            Texts.of("insight.engine.back", name),
                            Texts.of("insight.engine.promote.ask", name),
                            Texts.of("insight.engine.back", name),
                            () -> act(() -> engines.rollBack(user.username()), "insight.engine.promoted", name)))));
        }
        return card;
    }

    private void act(Runnable work, String said, String name) {
        try {
            work.run();
            Notify.success(Texts.of(said, name));
        } catch (AttuneException e) {
            Notify.error(e);
        }
        show(engines.contest());
    }

    private static Div row(Component... content) {
        Div row = new Div(content);
        row.addClassNames("row");
        return row;
    }

    private static Paragraph muted(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("muted");
        return paragraph;
    }

    private static String words(EngineVariant engine) {
        return Texts.of("insight.engine." + engine.key() + ".words") + " "
                + Texts.of(engine.exact() ? "insight.engine.explains" : "insight.engine.opaque");
    }

    /** What an engine is called; one of another version keeps its key. */
    static String name(String key) {
        return EngineVariant.of(key).isPresent() ? Texts.of("insight.engine." + key) : key;
    }
}
