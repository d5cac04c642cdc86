package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.attune.strategy.Persona;
import org.attune.strategy.Strategy;
import org.attune.ui.Card;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The personas with whether they pass under what is live and under a draft. */
class PersonaList extends Card {
    private static final long serialVersionUID = 1L;

    private final transient RevisionDesk desk;
    private final transient Consumer<String> open;
    private final Div list = new Div();

    PersonaList(RevisionDesk desk, Consumer<String> open) {
        this.desk = desk;
        this.open = open;
        fill().flush().named(Texts.of("revisions.p.list"));
        addClassNames("stack", "tight", "revision-list");
        list.addClassNames("scroll", "timeline-list");
        list.getElement().setAttribute("role", "list");
        add(list);
    }

    void show(List<Persona> personas, @Nullable Strategy live, @Nullable Strategy draft, String chosen) {
        list.removeAll();
        for (Persona each : personas) {
            Span name = new Span(Words.in(each.label()));
            name.addClassName("revision-title");
            Div verdicts = new Div();
            verdicts.addClassNames("row", "wrap");
            if (live != null && live.document().personas().contains(each)) {
                verdicts.add(verdict("revisions.p.live", each, live));
            }
            if (draft != null) {
                verdicts.add(verdict("revisions.p.draft", each, draft));
            }
            NativeButton button = new NativeButton();
            button.add(name, verdicts);
            button.addClassName("revision-item");
            button.getElement()
                    .setAttribute("aria-current", Boolean.toString(each.key().equals(chosen)));
            button.addClickListener(click -> open.accept(each.key()));
            Div item = new Div(button);
            item.getElement().setAttribute("role", "listitem");
            list.add(item);
        }
    }

    private Span verdict(String under, Persona persona, Strategy strategy) {
        Span name = new Span(Texts.of(under));
        name.addClassNames("muted", "small");
        Span both = new Span(name, PersonaResults.badge(desk.personas().run(persona, strategy)));
        both.addClassNames("row", "tight");
        return both;
    }
}
