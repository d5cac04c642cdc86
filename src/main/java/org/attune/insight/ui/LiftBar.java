package org.attune.insight.ui;

import com.vaadin.flow.component.html.Span;
import org.attune.history.engine.Lift;
import org.attune.ui.IntervalBar;

/** A lift with its interval, drawn from -100 % to +200 % with a mark at zero; what lies beyond ends at the edge. */
class LiftBar extends IntervalBar {
    private static final long serialVersionUID = 1L;
    private static final double LEAST = -1;
    private static final double MOST = 2;

    LiftBar(Lift lift, String words) {
        super(
                place(lift.interval().low()),
                place(lift.value()),
                place(lift.interval().high()),
                words);
        addClassNames("lift-bar", look(lift));
        Span zero = new Span();
        zero.addClassName("lift-zero");
        zero.getStyle().set("inset-inline-start", String.format(java.util.Locale.ROOT, "%.2f%%", 100 * place(0)));
        addComponentAsFirst(zero);
    }

    private static double place(double lift) {
        return Math.clamp((lift - LEAST) / (MOST - LEAST), 0, 1);
    }

    private static String look(Lift lift) {
        return lift.significant() ? lift.value() > 0 ? "better" : "worse" : "open";
    }
}
