package org.attune.insight.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.insight.internal.EvidenceSheet;
import org.attune.insight.internal.Underserved;
import org.attune.ui.Card;
import org.attune.ui.Formats;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;

/** For whom there is little to propose, in words. */
class UnderservedPanel extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient Formats formats;
    private final transient Attributes attributes;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nobody = new Paragraph(Texts.of("insight.underserved.nobody"));

    UnderservedPanel(Words words, Formats formats, Attributes attributes) {
        this.words = words;
        this.formats = formats;
        this.attributes = attributes;
        SectionTitle title = new SectionTitle(Texts.of("insight.underserved.title"));
        Paragraph hint = new Paragraph(Texts.of("insight.underserved.hint"));
        hint.addClassNames("muted", "small");
        nobody.addClassName("small");
        list.addClassNames("small", "underserved");
        add(title, list, nobody, hint);
    }

    void show(EvidenceSheet sheet) {
        AttributeDictionary dictionary = attributes.dictionary();
        list.removeAll();
        for (Underserved.Group each : sheet.underserved()) {
            list.add(new ListItem(Texts.of(
                    "insight.underserved.line",
                    who(each, dictionary),
                    formats.percent(each.share(), 0),
                    formats.count(each.decisions()),
                    formats.percent(each.others(), 0))));
        }
        list.setVisible(!sheet.underserved().isEmpty());
        nobody.setVisible(sheet.underserved().isEmpty());
    }

    private String who(Underserved.Group group, AttributeDictionary dictionary) {
        AttributeDefinition definition = dictionary.find(group.key());
        String name = definition == null
                ? words.situation(group.key())
                : definition.label().in(Words.language());
        if (group.from() != null || group.to() != null) {
            return name + " " + range(group);
        }
        return group.value() instanceof Boolean yes && definition == null && yes
                ? name
                : Texts.pair(name, value(group));
    }

    private String range(Underserved.Group group) {
        Double from = group.from();
        Double to = group.to();
        if (from == null) {
            return Texts.of("insight.underserved.below", number(to == null ? 0 : to));
        }
        return to == null
                ? Texts.of("insight.underserved.from", number(from))
                : Texts.of("insight.underserved.between", number(from), number(to));
    }

    private String value(Underserved.Group group) {
        return switch (group.value()) {
            case Boolean yes -> Texts.of(yes ? "insight.underserved.yes" : "insight.underserved.no");
            case Number number -> number(number.doubleValue());
            case String text -> words.situationValue(group.key(), text);
            case null, default -> "–";
        };
    }

    private String number(double number) {
        return formats.decimal(number, number == Math.rint(number) ? 0 : 1);
    }
}
