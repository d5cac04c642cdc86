package org.attune.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.history.DecisionRecord;
import org.attune.insight.internal.Explained;
import org.attune.kernel.LocalText;
import org.attune.ui.Badge;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** The circumstances of a decision and the facts it was made from. */
class MomentCard extends Card {
    private static final long serialVersionUID = 1L;

    MomentCard(DecisionRecord decision, Explained explained, Words words, Formats formats) {
        fill().named(Texts.of("insight.moment"));
        DescriptionList moment = list();
        fact(moment, "when", formats.exact(decision.at()));
        fact(moment, "customer", DecisionsView.shortId(decision.customer()));
        fact(moment, "channel", words.channel(decision.channel()));
        fact(moment, "reason", words.reasonOfCall(decision.reason()));
        fact(moment, "arm", words.arm(decision.arm()));
        fact(moment, "revision", decision.revision() == 0 ? "–" : formats.count(decision.revision()));
        fact(moment, "model", Texts.of("insight.moment.model.value", formats.count(decision.modelVersion())));
        if (explained.traced()) {
            fact(
                    moment,
                    "took",
                    Texts.of("insight.moment.took.value", formats.decimal(decision.tookMicros() / 1000.0, 1)));
            moment.add(
                    new Term(Texts.of("insight.moment.seed")),
                    new Description(new Code(Long.toString(decision.seed()))));
        }
        Div scroll = new Div(moment);
        scroll.addClassNames("scroll", "moment");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", Texts.of("insight.moment"));
        if (!explained.facts().isEmpty()) {
            DescriptionList facts = list();
            facts.addClassName("facts-read");
            explained.facts().forEach(each -> facts.add(name(each), value(each)));
            scroll.add(new SectionTitle(Texts.of("insight.moment.facts")), facts);
        }
        add(new SectionTitle(Texts.of("insight.moment")), scroll);
    }

    private static DescriptionList list() {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        return list;
    }

    private static void fact(DescriptionList list, String key, String value) {
        list.add(new Term(Texts.of("insight.moment." + key)), new Description(value));
    }

    private static Term name(Explained.Fact fact) {
        LocalText label = fact.label();
        Span name = new Span(label == null ? Words.fact(fact.key()) : label.in(Words.language()));
        name.setTitle(fact.key());
        return new Term(name);
    }

    private static Description value(Explained.Fact fact) {
        Component value = fact.isProtected()
                ? new Badge(Texts.of("insight.moment.protected"), Badge.Kind.PROTECTED)
                : new Code(fact.value());
        return new Description(value);
    }
}
