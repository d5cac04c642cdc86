package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.decision.DecisionTrace;
import org.attune.insight.internal.Explained;
import org.attune.kernel.LocalText;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.PageLink;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** The circumstances of a decision and the facts it was made from. Protected attributes are not among them. */
class MomentCard extends Card {
    private static final long serialVersionUID = 1L;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    /** @param revisionLink where the revision can be looked at, empty for nowhere */
    MomentCard(Explained explained, Words words, Formats formats, String revisionLink) {
        fill().named(Texts.of("insight.moment"));
        DecisionTrace trace = explained.trace();
        DescriptionList moment = list();
        fact(moment, "when", new Span(formats.exact(trace.at())));
        fact(moment, "customer", new Span(DecisionsView.shortId(trace.customer())));
        fact(moment, "channel", new Span(words.channel(trace.channel())));
        fact(moment, "reason", new Span(words.reasonOfCall(trace.reason())));
        fact(moment, "arm", new Span(words.arm(trace.arm())));
        fact(moment, "revision", revision(trace.revision(), formats, revisionLink));
        fact(moment, "model", new Span(Texts.of("insight.moment.model.value", formats.count(trace.modelVersion()))));
        if (explained.traced()) {
            fact(
                    moment,
                    "took",
                    new Span(Texts.of("insight.moment.took.value", formats.decimal(trace.tookMicros() / 1000.0, 1))));
            fact(moment, "seed", new Code(Long.toString(trace.seed())));
        }
        Div scroll = new Div(moment);
        scroll.addClassNames("scroll", "moment");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", Texts.of("insight.moment"));
        facts(explained, scroll, formats);
        add(new SectionTitle(Texts.of("insight.moment")), scroll);
    }

    private static void facts(Explained explained, Div into, Formats formats) {
        List<Explained.Fact> known = explained.facts();
        if (known.isEmpty()) {
            return;
        }
        DescriptionList facts = list();
        facts.addClassName("facts-read");
        known.forEach(each -> facts.add(name(each), new Description(value(each, formats))));
        into.add(new SectionTitle(Texts.of("insight.moment.facts")), facts);
        if (explained.hidden() > 0) {
            Paragraph hidden = new Paragraph(Texts.of("insight.moment.hidden", formats.count(explained.hidden())));
            hidden.addClassNames("muted", "small");
            into.add(hidden);
        }
    }

    private static Component revision(long number, Formats formats, String link) {
        String text = number == 0 ? "–" : formats.count(number);
        return number == 0 || link.isEmpty() ? new Span(text) : new PageLink(link, text);
    }

    private static DescriptionList list() {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        return list;
    }

    private static void fact(DescriptionList list, String key, Component value) {
        list.add(new Term(Texts.of("insight.moment." + key)), new Description(value));
    }

    /** Numbers and days as the reader writes them; anything else as it was read. */
    private static Component value(Explained.Fact fact, Formats formats) {
        String value = fact.value();
        if (DAY.matcher(value).matches()) {
            return new Span(formats.date(LocalDate.parse(value)));
        }
        if (NUMBER.matcher(value).matches()) {
            int point = value.indexOf('.');
            return new Span(formats.decimal(Double.parseDouble(value), point < 0 ? 0 : value.length() - point - 1));
        }
        return switch (value) {
            case "true" -> new Span(Texts.of("insight.predictor.yes"));
            case "false" -> new Span(Texts.of("insight.predictor.no"));
            default -> new Code(value);
        };
    }

    private static Term name(Explained.Fact fact) {
        LocalText label = fact.label();
        Span name = new Span(label == null ? Words.fact(fact.key()) : label.in(Words.language()));
        name.setTitle(fact.key());
        return new Term(name);
    }
}
