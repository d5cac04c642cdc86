package org.attune.floor;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.attune.history.DecisionPace;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Whether the engine keeps up, in one word and six figures. */
final class EngineTiles extends Div {
    private static final long serialVersionUID = 1L;
    /** Slower than this at the 99th percentile is worth a look: the limit of one decision over HTTP. */
    private static final double SLOW_MILLIS = 50;
    /** Answers the models do not know yet: a tenth of a second of a busy log. */
    private static final long BEHIND = 200;
    /** Of fewer decisions one that was slow says nothing. */
    private static final long ENOUGH = 200;

    private final transient Formats formats;

    EngineTiles(Formats formats) {
        this.formats = formats;
        addClassNames("stack", "tight", "engine-state");
    }

    void show(FloorSheet sheet) {
        removeAll();
        EngineState engine = sheet.engine();
        DecisionPace pace = engine.pace();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(
                facts,
                "floor.engine.pace",
                Texts.of("floor.engine.per-second", formats.decimal(pace.decisions() / 60.0, 1)));
        fact(
                facts,
                "floor.engine.time",
                pace.decisions() == 0
                        ? Texts.of("floor.engine.quiet")
                        : Texts.of(
                                "floor.engine.millis",
                                formats.decimal(pace.medianMillis(), 1),
                                formats.decimal(pace.p99Millis(), 1)));
        fact(facts, "floor.engine.refused", formats.count(engine.refused()));
        fact(
                facts,
                "floor.engine.models",
                Texts.of("floor.engine.position", formats.count(engine.position()), formats.count(engine.lag())));
        Instant away = sheet.databaseAwaySince();
        fact(
                facts,
                "floor.engine.database",
                away == null ? Texts.of("floor.engine.there") : Texts.of("floor.engine.away", formats.time(away)));
        fact(facts, "floor.engine.read", formats.exact(sheet.at()));
        add(verdict(sheet), facts);
    }

    private static Badge verdict(FloorSheet sheet) {
        EngineState engine = sheet.engine();
        if (sheet.databaseAwaySince() != null) {
            return new Badge(Icons.WARNING, Texts.of("floor.engine.bad"), Badge.Kind.BAD);
        }
        DecisionPace pace = engine.pace();
        double telling = pace.decisions() < ENOUGH ? pace.medianMillis() : pace.p99Millis();
        boolean slow = telling > SLOW_MILLIS || engine.lag() > BEHIND;
        return slow
                ? new Badge(Icons.WARNING, Texts.of("floor.engine.slow"), Badge.Kind.WARN)
                : new Badge(Icons.CHECK, Texts.of("floor.engine.good"), Badge.Kind.GOOD);
    }

    private static void fact(DescriptionList facts, String key, String value) {
        Span figure = new Span(value);
        figure.addClassName("tnum");
        facts.add(new DescriptionList.Term(Texts.of(key)), new DescriptionList.Description(figure));
    }
}
