package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.attune.simulation.PersonaResult;
import org.attune.simulation.PersonaResult.Check;
import org.attune.strategy.Persona;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Badge;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Which personas pass, and what came out where one does not. */
class PersonaResults extends Div {
    private static final long serialVersionUID = 1L;

    PersonaResults() {
        addClassNames("stack", "tight");
    }

    void show(List<PersonaResult> results, StrategyDocument document) {
        removeAll();
        long failed = results.stream().filter(each -> !each.passed()).count();
        Paragraph sum = new Paragraph(
                failed == 0
                        ? Texts.of("revisions.personas.pass", results.size())
                        : Texts.of("revisions.personas.fail", failed, results.size()));
        sum.addClassName("muted");
        add(sum);
        results.stream().filter(each -> !each.passed()).forEach(each -> add(line(each, document)));
        results.stream().filter(PersonaResult::passed).forEach(each -> add(line(each, document)));
    }

    private static Div line(PersonaResult result, StrategyDocument document) {
        Span name = new Span(Words.in(result.persona().label()));
        name.addClassName("strong");
        Div head = new Div(badge(result), name);
        head.addClassName("row");
        Div line = new Div(head);
        line.addClassName("persona-line");
        if (!result.passed()) {
            line.add(checks(result.checks().stream().filter(Check::failed).toList(), document));
        }
        return line;
    }

    static Badge badge(PersonaResult result) {
        return result.passed()
                ? new Badge(Icons.CHECK, Texts.of("revisions.persona.passed"), Badge.Kind.GOOD)
                : new Badge(Icons.WARNING, Texts.of("revisions.persona.failed"), Badge.Kind.BAD);
    }

    /** What was expected and what came out, one under the other. */
    static UnorderedList checks(List<Check> checks, StrategyDocument document) {
        UnorderedList list = new UnorderedList();
        list.addClassName("persona-checks");
        for (Check each : checks) {
            Span expected = new Span(asked(each.expectation(), document));
            Span found = new Span(Texts.of("revisions.persona.found", Words.in(each.found())));
            found.addClassName("muted");
            Badge verdict = switch (each.verdict()) {
                case PASSED -> new Badge(Icons.CHECK, Texts.of("revisions.persona.passed"), Badge.Kind.GOOD);
                case FAILED -> new Badge(Icons.WARNING, Texts.of("revisions.persona.failed"), Badge.Kind.BAD);
                case PAUSED -> new Badge(Icons.PAUSE, Texts.of("revisions.persona.paused"), Badge.Kind.WARN);
            };
            ListItem item = new ListItem(verdict, expected, found);
            if (each.expectation().because() != null) {
                Span because = new Span(Words.in(each.expectation().because()));
                because.addClassNames("muted", "small");
                item.add(because);
            }
            list.add(item);
        }
        return list;
    }

    private static String asked(Persona.Expectation expectation, StrategyDocument document) {
        List<String> named = new ArrayList<>();
        for (String key : expectation.actions()) {
            named.add(document.actions().stream()
                    .filter(action -> action.key().equals(key))
                    .findFirst()
                    .map(action -> Words.in(action.title()))
                    .orElse(key));
        }
        for (String key : expectation.issues()) {
            named.add(document.issues().stream()
                    .filter(issue -> issue.key().equals(key))
                    .findFirst()
                    .map(issue -> Words.in(issue.label()))
                    .orElse(key));
        }
        return Texts.of(
                "revisions.expect." + expectation.kind().key(),
                String.join(" " + Texts.of("revisions.or") + " ", named),
                expectation.among());
    }
}
