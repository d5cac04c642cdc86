package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.insight.internal.ActionSheet;
import org.attune.insight.internal.Totals;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.StatTile;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The figures of all actions together. */
class FigureTiles extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient Words words;
    private final StatTile decisions = tile("decisions");
    private final StatTile adherence = tile("adherence");
    private final StatTile acceptance = tile("acceptance");
    private final StatTile lift = tile("lift");
    private final StatTile guarded = tile("guarded");
    private final Map<StatTile, String> shown = new HashMap<>();

    FigureTiles(Formats formats, Words words) {
        this.formats = formats;
        this.words = words;
        addClassNames("tiles", "figure-tiles");
        add(decisions, adherence, acceptance, lift, guarded);
    }

    /** @param highlight whether to show what has changed since the last time */
    void show(ActionSheet sheet, boolean highlight) {
        Totals totals = sheet.totals();
        set(decisions, formats.count(sheet.decisions()), highlight, decisionsNote(sheet));
        set(adherence, percent(totals.adherence()), highlight, adherenceNote(sheet));
        set(acceptance, percent(totals.acceptance()), highlight, acceptanceNote(totals));
        Lift found = totals.lift();
        set(lift, liftFigure(found), highlight, liftNote(found));
        set(guarded, formats.count(sheet.guarded()), highlight, guardedNote(sheet));
    }

    private Component decisionsNote(ActionSheet sheet) {
        long imported = sheet.totals().imported().shown();
        return new Span(
                imported > 0
                        ? Texts.of("insight.tile.decisions.imported", formats.count(imported))
                        : Texts.of("insight.tile.decisions.note"));
    }

    private Component[] adherenceNote(ActionSheet sheet) {
        Double now = sheet.totals().adherence();
        Double before = sheet.adherenceBefore();
        if (now == null || before == null) {
            return new Component[] {new Span(Texts.of("insight.tile.adherence.note"))};
        }
        double points = Math.round(1000 * (now - before)) / 10.0;
        String change = (points > 0 ? "+" : "") + formats.decimal(points, 1).replace('-', '−');
        return new Component[] {
            new Badge(Texts.of("insight.tile.points", change), points > 0 ? Badge.Kind.GOOD : Badge.Kind.NEUTRAL),
            new Span(Texts.of("insight.tile.before", percent(before)))
        };
    }

    private Component acceptanceNote(Totals totals) {
        Rates.Interval interval = totals.interval();
        return new Span(interval == null ? Texts.of("insight.tile.acceptance.none") : words.interval(interval));
    }

    private String liftFigure(@Nullable Lift found) {
        if (found == null) {
            return "–";
        }
        return found.significant() ? formats.signedPercent(found.value(), 0) : Texts.of("insight.notsignificant");
    }

    private Component liftNote(@Nullable Lift found) {
        if (found == null) {
            return new Span(Texts.of("insight.lift.none"));
        }
        return new Span(
                found.significant()
                        ? words.lift(found)
                        : Texts.of(
                                "insight.tile.lift.ns", formats.signedPercent(found.value(), 0), words.range(found)));
    }

    private Component guardedNote(ActionSheet sheet) {
        return sheet.guarded() == 0
                ? new Span(Texts.of("insight.tile.guarded.none"))
                : new Badge(Icons.SHIELD, Texts.of("insight.tile.guarded.note"), Badge.Kind.PROTECTED);
    }

    private String percent(@Nullable Double share) {
        return share == null ? "–" : formats.percent(share);
    }

    private void set(StatTile tile, String figure, boolean highlight, Component... note) {
        String before = shown.put(tile, figure);
        tile.setFigure(figure, note);
        if (highlight && before != null && !before.equals(figure)) {
            Highlight.on(tile);
        }
    }

    private static StatTile tile(String key) {
        StatTile tile = new StatTile(Texts.of("insight.tile." + key), "–", "");
        tile.setTitle(Texts.of("insight.tile." + key + ".hint"));
        return tile;
    }
}
