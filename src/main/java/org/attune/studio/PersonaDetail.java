package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.simulation.PersonaResult;
import org.attune.strategy.DocumentText;
import org.attune.strategy.Persona;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.IssueBadge;
import org.attune.ui.Notify;
import org.attune.ui.TabPanels;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One persona: what comes out for them, and its text to be changed and tried. */
class PersonaDetail extends Card {
    private static final long serialVersionUID = 1L;

    private static final int EDIT = 1;

    private final transient RevisionDesk desk;
    private final transient Consumer<String> saved;
    private final H2 title = new H2();
    private final Span under = new Span();
    private final Div result = new Div();
    private final TextArea text = Fields.area(Texts.of("revisions.p.text"), 16);
    private final ActionButton remove;
    private final TabPanels tabs = new TabPanels(Texts.of("revisions.p.one"));
    private transient @Nullable Strategy strategy;
    private transient @Nullable Persona persona;

    /** @param saved gets the key of a persona that was kept in a draft, empty when it was removed */
    PersonaDetail(RevisionDesk desk, Consumer<String> saved) {
        this.desk = desk;
        this.saved = saved;
        fill().named(Texts.of("revisions.p.one"));
        addClassNames("stack", "revision-detail");
        under.addClassNames("muted", "small");
        result.addClassName("stack");
        text.addClassNames("mono", "persona-text");
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> text.setInvalid(false));
        remove = new ActionButton(Texts.of("revisions.p.delete"), click -> remove()).danger();
        tabs.tab(Texts.of("revisions.p.tab.result"), result).tab(Texts.of("revisions.p.tab.edit"), text);
        tabs.end(
                new ActionButton(Texts.of("revisions.p.run"), click -> tryIt()),
                new ActionButton(Texts.of("revisions.p.save"), click -> save()).primary(),
                remove);
        Div head = new Div(title, under);
        head.addClassNames("row", "spread");
        add(head, tabs);
    }

    boolean isBeingEdited() {
        return tabs.selected() == EDIT;
    }

    void show(Persona shown, @Nullable Strategy with) {
        persona = shown;
        strategy = with;
        remove.setVisible(true);
        title.setText(Words.in(shown.label()));
        text.setValue(desk.texts().writePart(shown));
        text.setInvalid(false);
        run(shown);
    }

    /** A new one, to be written over. */
    void create(@Nullable Strategy with) {
        Persona blank = new Persona(
                "new-persona",
                new LocalText(Texts.of("revisions.p.new"), Texts.of("revisions.p.new")),
                Persona.Customer.NOBODY,
                Channel.CALL_CENTER,
                "",
                List.of(new Persona.Expectation(Persona.Kind.NOTHING, List.of(), List.of(), null, null)));
        show(blank, with);
        persona = null;
        remove.setVisible(false);
        tabs.select(EDIT);
        text.focus();
    }

    private void run(Persona of) {
        Strategy with = strategy;
        result.removeAll();
        under.setText("");
        if (with == null) {
            return;
        }
        under.setText(Texts.of("revisions.p.under") + " #" + with.revision());
        PersonaResult found = desk.personas().run(of, with);
        OrderedList proposed = new OrderedList();
        proposed.addClassName("persona-proposed");
        for (Recommendation each : found.decision().recommendations()) {
            Span name = new Span(Words.in(each.title()));
            name.addClassName("strong");
            Span why = new Span(each.reasons().stream()
                    .map(reason -> Words.in(reason.text()))
                    .collect(Collectors.joining(" · ")));
            why.addClassNames("muted", "small");
            proposed.add(
                    new ListItem(name, new IssueBadge(each.issue(), issueLabel(with.document(), each.issue())), why));
        }
        result.add(new H3(Texts.of("revisions.p.expects")), PersonaResults.checks(found.checks(), with.document()));
        result.add(new H3(Texts.of("revisions.p.proposed")));
        LocalText none = found.decision().none();
        result.add(
                found.decision().recommendations().isEmpty()
                        ? new Paragraph(none == null ? Texts.of("revisions.p.nothing") : Words.in(none))
                        : proposed);
    }

    private static String issueLabel(StrategyDocument document, String key) {
        org.attune.catalog.Issue issue = document.catalog().issue(key);
        return issue == null ? key : Words.in(issue.label());
    }

    private @Nullable Persona read() {
        try {
            Persona read = desk.texts().readPart(text.getValue(), DocumentText.Format.YAML, Persona.class);
            Persona before = persona;
            if (before != null && !before.key().equals(read.key())) {
                throw new InvalidException("key", Texts.of("revisions.p.key.taken"));
            }
            return read;
        } catch (InvalidException e) {
            refuse(e);
            return null;
        }
    }

    private void tryIt() {
        Persona read = read();
        Strategy with = strategy;
        if (read != null && with != null) {
            try {
                run(read);
                tabs.select(0);
            } catch (InvalidException e) {
                refuse(e);
            }
        }
    }

    private void save() {
        Persona read = read();
        if (read != null) {
            keep(read.key(), read);
        }
    }

    private void remove() {
        Persona before = persona;
        if (before != null) {
            Ask.danger(
                    Texts.of("revisions.p.delete"),
                    Texts.of("revisions.p.delete.ask"),
                    Texts.of("revisions.p.delete"),
                    () -> keep(before.key(), null));
        }
    }

    private void keep(String key, @Nullable Persona now) {
        try {
            RevisionInfo draft = desk.requests()
                    .amend(
                            document -> document.withPersonas(with(document.personas(), key, now)),
                            Texts.of("revisions.p.one") + " " + key,
                            desk.who());
            Notify.success(Texts.of("revisions.p.saved", draft.number()));
            tabs.select(0);
            saved.accept(now == null ? "" : key);
        } catch (InvalidException e) {
            refuse(e);
        }
    }

    private static List<Persona> with(List<Persona> before, String key, @Nullable Persona now) {
        List<Persona> personas = new ArrayList<>();
        boolean put = false;
        for (Persona each : before) {
            if (!each.key().equals(key)) {
                personas.add(each);
            } else if (now != null) {
                personas.add(now);
                put = true;
            }
        }
        if (now != null && !put) {
            personas.add(now);
        }
        return personas;
    }

    private void refuse(InvalidException e) {
        text.setErrorMessage(e.problems().stream().map(RevisionWords::problem).collect(Collectors.joining("\n")));
        text.setInvalid(true);
        tabs.select(EDIT);
        text.focus();
    }
}
