package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.decision.Explanations;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.Offer;
import org.attune.history.TimelineEntry;
import org.attune.insight.internal.Names;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.MainLayout;
import org.attune.ui.Page;
import org.attune.ui.PageLink;
import org.attune.ui.Segmented;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** A decision explained on paper, for the customer or an authority, in the language of whoever reads it. Writes nothing. */
@Route(value = InsightNavigation.DECISIONS + "/:id/letter", layout = MainLayout.class)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class LetterView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    /** Answers of one customer that are searched for those of one decision. */
    private static final int ANSWERS = 1_000;

    private final transient Decisions decisions;
    private final transient Explanations explanations;
    private final transient History history;
    private final transient Customers customers;
    private final transient Attributes attributes;
    private final transient Vocabulary vocabulary;
    private final transient Words words;
    private final transient Formats formats;
    private final transient Clock clock;
    private final String contact;
    private final Article sheet = new Article();
    private final Segmented<Language> languages;
    private transient LetterText.@Nullable Source source;

    LetterView(
            Decisions decisions,
            Explanations explanations,
            History history,
            Customers customers,
            Attributes attributes,
            Vocabulary vocabulary,
            Words words,
            Formats formats,
            Clock clock,
            @Value("${attune.letter.contact:}") String contact) {
        super(Texts.of("insight.letter.page"));
        this.decisions = decisions;
        this.explanations = explanations;
        this.history = history;
        this.customers = customers;
        this.attributes = attributes;
        this.vocabulary = vocabulary;
        this.words = words;
        this.formats = formats;
        this.clock = clock;
        this.contact = contact;
        languages = new Segmented<Language>(Texts.of("insight.letter.language"), this::write)
                .option(Language.EN, "English")
                .option(Language.FR, "Français");
        sheet.addClassName("letter");
        Div scroll = new Div(sheet);
        scroll.addClassNames("scroll", "letter-desk");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", Texts.of("insight.letter.page"));
        content().add(scroll);
        content().addClassName("letter-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DecisionId id = DecisionId.of(event.getRouteParameters().get("id").orElse(""));
        LetterText.Source read = source(id);
        source = read;
        headerStart().add(languages);
        if (read.discreet()) {
            headerStart().add(new Badge(Icons.SHIELD, Texts.of("insight.letter.discreet"), Badge.Kind.PROTECTED));
        }
        headerEnd()
                .add(
                        new PageLink(InsightNavigation.decision(id), Texts.of("insight.letter.back")),
                        new ActionButton(
                                        Texts.of("insight.letter.print"),
                                        click -> getUI().ifPresent(
                                                        ui -> ui.getPage().executeJs("window.print()")))
                                .primary());
        Language chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("language")
                .map(key -> key.equals("fr") ? Language.FR : Language.EN)
                .orElse(Words.language());
        languages.setValue(chosen);
        write(chosen);
    }

    private LetterText.Source source(DecisionId id) {
        DecisionTrace trace = decisions.read(id);
        DecisionRecord decision = history.decision(id);
        CustomerContext customer = customers.context(trace.customer(), clock.instant());
        List<TimelineEntry> answers = history.timeline(trace.customer(), ANSWERS).stream()
                .filter(entry -> entry.decision().equals(id))
                .toList();
        String first = decision.offers().stream()
                .filter(offer -> offer.rank() == 1)
                .map(Offer::action)
                .findFirst()
                .orElse(Names.NONE);
        boolean discreet = customer.activeStates().contains(CustomerState.DISCREET)
                || (trace.facts().get("states") instanceof Collection<?> then
                        && then.contains(CustomerState.DISCREET.key()));
        return new LetterText.Source(
                trace,
                decision.offers(),
                answers,
                explanations.explain(trace, trace.candidates().isEmpty() ? Names.NONE : first),
                attributes.dictionary(),
                vocabulary,
                words.names(),
                customer.ref(),
                discreet,
                contact,
                clock.instant(),
                formats.zone());
    }

    private void write(Language language) {
        LetterText text = new LetterText(Objects.requireNonNull(source), language);
        sheet.removeAll();
        sheet.getElement().setAttribute("lang", language.key().toLowerCase(Locale.ROOT));
        sheet.add(new H2(text.title()));
        text.head().forEach(line -> sheet.add(small(line)));
        for (LetterText.Section section : text.sections()) {
            sheet.add(new H3(section.title()));
            if (section.listed()) {
                UnorderedList list = new UnorderedList();
                section.lines().forEach(line -> list.add(new ListItem(line)));
                sheet.add(list);
            } else {
                section.lines().forEach(line -> sheet.add(new Paragraph(line)));
            }
        }
        Component foot = new Div(new Span(text.foot()));
        foot.addClassName("letter-foot");
        sheet.add(foot);
    }

    private static Paragraph small(String line) {
        Paragraph paragraph = new Paragraph(line);
        paragraph.addClassName("letter-head");
        return paragraph;
    }
}
