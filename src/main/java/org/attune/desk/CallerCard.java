package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.attune.customer.CustomerSummary;
import org.attune.interaction.Interaction;
import org.attune.kernel.CustomerId;
import org.attune.ui.ActionButton;
import org.attune.ui.Card;
import org.attune.ui.Texts;

/** Who is calling? Those who share the number to choose from, the search, or nobody: the agent may leave it open. */
final class CallerCard extends Div {
    private static final long serialVersionUID = 1L;

    CallerCard(DeskServices services, Interaction call, Consumer<CustomerId> chosen) {
        addClassNames("stack", "empty-desk", "caller");
        List<CustomerSummary> sharing = CallWords.sharing(services, call);
        boolean several = !sharing.isEmpty();
        Card card = new Card();
        card.named(Texts.of("desk.caller"));
        H2 title = new H2(Texts.of(several ? "desk.caller.choose" : "desk.caller.unknown"));
        Span number = new Span(CallWords.masked(call.caller()));
        number.addClassNames("muted", "tnum");
        Div head = new Div(title, number);
        head.addClassNames("row", "spread");
        Paragraph hint = new Paragraph(Texts.of(several ? "desk.caller.choose.hint" : "desk.caller.unknown.hint"));
        hint.addClassName("muted");
        card.add(head, hint);
        for (CustomerSummary each : sharing) {
            Span name = new Span(each.displayName());
            name.addClassNames("strong", "grow");
            Span ref = new Span(each.ref());
            ref.addClassNames("muted", "small");
            ActionButton choose = new ActionButton(Texts.of("desk.caller.this"), click -> chosen.accept(each.id()));
            choose.setAriaLabel(Texts.of("desk.caller.this.named", each.displayName()));
            Div line = new Div(name, ref, choose);
            line.addClassNames("row", "open-line");
            card.add(line);
        }
        Finder search = new Finder(services.customers(), chosen);
        search.setAriaLabel(Texts.of("desk.caller.find"));
        search.addClassName("wide");
        card.add(search);
        Paragraph listen = new Paragraph(Texts.of("desk.caller.leave"));
        listen.addClassNames("muted", "small");
        card.add(listen);
        add(card);
        HandoverNote handover = new HandoverNote(services.interactions().handover(call), key -> key);
        if (handover.isVisible()) {
            add(handover);
        }
    }
}
