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

    private final transient List<CustomerSummary> sharing;
    private final transient Consumer<CustomerId> chosen;

    CallerCard(DeskServices services, Interaction call, Consumer<CustomerId> chosen) {
        addClassNames("stack", "empty-desk", "caller");
        this.chosen = chosen;
        sharing = CallWords.sharing(services, call);
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
        for (int i = 0; i < sharing.size(); i++) {
            CustomerSummary each = sharing.get(i);
            Span name = new Span(each.displayName());
            name.addClassNames("strong", "grow");
            Span ref = new Span(each.ref());
            ref.addClassNames("muted", "small");
            ActionButton choose = new ActionButton(Texts.of("desk.caller.this"), click -> chosen.accept(each.id()));
            choose.setAriaLabel(Texts.of("desk.caller.this.named", each.displayName()));
            if (i < 9) {
                choose.key(Integer.toString(i + 1));
            }
            if (i == 0) {
                choose.addAttachListener(attached -> choose.focus());
            }
            Div line = new Div(name, ref, choose);
            line.addClassNames("row", "open-line");
            card.add(line);
        }
        Finder search = new Finder(services.customers(), chosen);
        search.setAriaLabel(Texts.of("desk.caller.find"));
        search.addClassName("wide");
        if (!several) {
            search.addAttachListener(attached -> search.focus());
        }
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

    /** A key was pressed outside any field: the digit of who is calling. */
    void key(String key) {
        int at = key.matches("[1-9]") ? Integer.parseInt(key) - 1 : sharing.size();
        if (at < sharing.size()) {
            chosen.accept(sharing.get(at).id());
        }
    }
}
