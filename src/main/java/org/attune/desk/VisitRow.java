package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.attune.branch.Visit;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.ui.ActionButton;
import org.attune.ui.Texts;

/** One visitor, in words that anybody in the room may read. */
final class VisitRow extends Div {
    private static final long serialVersionUID = 1L;

    private final Visit visit;

    VisitRow(DeskServices services, Visit visit) {
        this.visit = visit;
        addClassNames("row", "visit");
        String about = visit.reason().isEmpty()
                ? ""
                : " · " + Words.of(services.vocabulary().label(Kind.REASON_OF_CALL, visit.reason()));
        String kind = visit.kind() == Visit.Kind.WALK_IN
                ? Texts.of("branch.walk-in")
                : Texts.of("branch.appointment", services.formats().time(visit.at()));
        Span line = new Span(kind + about);
        line.addClassNames("muted", "small");
        Div who = new Div(new H3(visit.name()), line);
        who.addClassNames("stack", "tight", "grow");
        add(who);
        Instant since = visit.arrivedAt();
        if (since != null) {
            Span timer = new Span("0:00");
            timer.addClassNames("timer", "tnum");
            timer.getElement().setAttribute("data-since", Long.toString(since.toEpochMilli()));
            add(timer);
        }
    }

    /** With something that can be done. */
    VisitRow with(String label, Runnable work) {
        ActionButton button = new ActionButton(Texts.of(label), click -> work.run());
        button.setAriaLabel(Texts.of(label) + ": " + visit.name());
        add(button);
        return this;
    }
}
