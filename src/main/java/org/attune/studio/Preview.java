package org.attune.studio;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.catalog.Treatment;
import org.attune.kernel.Language;
import org.attune.kernel.Tone;
import org.attune.ui.Card;
import org.attune.ui.IssueBadge;
import org.attune.ui.SectionTitle;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The card as an agent will see it, in the tone and language chosen here. */
class Preview extends Card {
    private static final long serialVersionUID = 1L;

    private final Segmented<Language> language;
    private final Segmented<Tone> tone;
    private final Article card = new Article();
    private @Nullable Action action;
    private @Nullable Issue issue;

    Preview() {
        addClassNames("stack", "tight", "preview");
        named(Texts.of("studio.preview"));
        language = new Segmented<Language>(Texts.of("studio.preview.language"), chosen -> paint())
                .option(Language.EN, "EN")
                .option(Language.FR, "FR");
        language.setValue(Language.of(Texts.locale()));
        tone = new Segmented<>(Texts.of("studio.preview.tone"), chosen -> paint());
        for (Tone each : Tone.values()) {
            tone.option(each, Words.of(each));
        }
        tone.setValue(Tone.GENTLE);
        card.addClassNames("card", "selected", "preview-card");
        add(new SectionTitle(Texts.of("studio.preview")).end(tone, language), card);
    }

    void show(Action shown, Issue of) {
        action = shown;
        issue = of;
        paint();
    }

    private void paint() {
        Action shown = action;
        Issue of = issue;
        Language chosen = language.value();
        if (shown == null || of == null || chosen == null) {
            return;
        }
        card.removeAll();
        card.getElement().setAttribute("lang", chosen.key());
        Span rank = new Span("1");
        rank.addClassName("muted");
        H3 title = new H3(rank, new Span(shown.title().in(chosen)));
        Div head = new Div(title, new IssueBadge(of.key(), of.label().in(chosen)));
        head.addClassNames("row", "spread");
        Paragraph line = new Paragraph(spoken(shown)
                .map(each -> quoted(each.script().in(chosen), chosen))
                .orElse("–"));
        Div facts = new Div(
                new Span(Texts.of("studio.preview.minutes", shown.minutes())),
                new Span("·"),
                new Span(shown.benefit().in(chosen)));
        facts.addClassNames("row", "wrap", "muted", "small");
        card.add(head, line, facts);
    }

    /** The wording in the chosen tone, else the first there is: what the desk does, too. */
    private Optional<Treatment> spoken(Action shown) {
        return shown.treatments().stream()
                .filter(each -> each.tone() == tone.value())
                .findFirst()
                .or(() -> shown.treatments().stream().findFirst());
    }

    private static String quoted(String text, Language language) {
        return language == Language.FR ? "« " + text + " »" : "“" + text + "”";
    }
}
