package org.attune.insight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.attune.history.Answer.ReadOut;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** What an agent said word for word before a yes, and when each sentence was ticked. */
class SaidWords extends Div {
    private static final long serialVersionUID = 1L;

    /** @param action title of the action */
    SaidWords(String action, List<ReadOut> said, Formats formats) {
        addClassNames("said-words", "stack", "tight");
        add(new H3(Texts.of("insight.said", action)));
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        list.getElement().setAttribute("aria-label", Texts.of("insight.said", action));
        for (ReadOut each : said) {
            Paragraph words = new Paragraph(each.words());
            words.addClassName("told-text");
            Span at = new Span(Texts.of("insight.said.at", formats.exact(each.at())));
            at.addClassNames("muted", "small", "tnum");
            Div text = new Div(words, at);
            text.addClassNames("stack", "tight", "grow");
            ListItem item = new ListItem(Icons.CHECK.create(), text);
            item.addClassName("row");
            list.add(item);
        }
        add(list);
    }
}
