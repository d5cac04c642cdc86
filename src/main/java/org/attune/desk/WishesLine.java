package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.CustomerContext;
import org.attune.customer.Wishes;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** What the customer wishes of contact, in one line, and the way to change it. */
final class WishesLine extends Div {
    private static final long serialVersionUID = 1L;

    WishesLine(CustomerContext customer, Vocabulary words, Runnable change) {
        addClassNames("row", "small", "wishes");
        Span line = new Span(of(customer, words));
        line.addClassNames("muted", "grow");
        add(
                line,
                new ActionButton(Texts.of("desk.wishes.change"), click -> change.run())
                        .link()
                        .iconOnly(Icons.EDIT));
    }

    private static String of(CustomerContext customer, Vocabulary words) {
        Wishes wishes = Wishes.of(customer);
        List<String> parts = new ArrayList<>();
        if (wishes.channel() != null) {
            parts.add(Words.of(words.label(Kind.CHANNEL, wishes.channel().key())));
        }
        if (wishes.tone() != null) {
            parts.add(Texts.of(
                    "desk.wishes.tone",
                    Words.of(words.label(Kind.TONE, wishes.tone().key())).toLowerCase(Texts.locale())));
        }
        if (wishes.quiet() != null) {
            parts.add(Texts.of("desk.wishes.quiet", wishes.quiet().toString().replace('-', '–')));
        }
        if (!wishes.calls()) {
            parts.add(Texts.of("desk.wishes.no-calls"));
        }
        return parts.isEmpty() ? Texts.of("desk.wishes.none") : Texts.of("desk.wishes", String.join(" · ", parts));
    }
}
