package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.attune.interaction.Interaction;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** A ringing call on a desk that is free: as much as helps to greet, nothing that is only for the conversation. */
final class RingCard extends Card {
    private static final long serialVersionUID = 1L;

    RingCard(DeskServices services, Interaction call, Consumer<Interaction> take) {
        addClassName("ring-card");
        named(Texts.of("desk.ringing"));
        Span dot = new Span();
        dot.addClassName("dot-live");
        Span timer = new Span("0:00");
        timer.addClassNames("timer", "tnum");
        timer.getElement()
                .setAttribute("data-since", Long.toString(call.openedAt().toEpochMilli()));
        Div chip = new Div(dot, new Span(Texts.of("desk.ringing")), timer);
        chip.addClassNames("chip", "strong");
        Span number = new Span(CallWords.masked(call.caller()));
        number.addClassNames("muted", "tnum");
        Div top = new Div(Icons.PHONE.create(), chip, number);
        top.addClassName("row");
        H2 who = new H2(CallWords.who(services, call));
        Div about = new Div();
        about.addClassNames("row", "wrap", "reasons");
        for (String each : CallWords.about(services, call)) {
            Span one = new Span(each);
            one.addClassNames("chip", "wash");
            about.add(one);
        }
        if (!services.interactions().handover(call).nothing()) {
            Span bot = new Span(Texts.of("desk.handover.short"));
            bot.addClassNames("chip", "wash");
            about.add(bot);
        }
        ActionButton answer = new ActionButton(Texts.of("desk.take"), click -> take.accept(call))
                .primary()
                .key("R");
        add(top, who, about, answer);
    }
}
