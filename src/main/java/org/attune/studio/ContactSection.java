package org.attune.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.attune.kernel.ConflictException;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.ui.ActionButton;
import org.attune.ui.Ask;
import org.attune.ui.Card;
import org.attune.ui.Icons;
import org.attune.ui.Notify;
import org.attune.ui.SectionTitle;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** One kind of contact parts as calm lines: a label, a sentence, how it stands, and two buttons. */
class ContactSection<T> extends Card {
    private static final long serialVersionUID = 1L;

    private final transient PartDesk<T> desk;
    private final transient Kind<T> kind;
    private final UnorderedList lines = new UnorderedList();

    /**
     * What differs between the kinds.
     *
     * @param name of the texts: {@code studio.contact.<name>...}
     * @param standing how it stands now, null for nothing to say
     */
    record Kind<T>(
            String name,
            Function<T, String> label,
            BiFunction<ContactSentences, T, String> sentence,
            BiFunction<PartDesk<T>, @Nullable T, ContactDialog<T>> dialog,
            Function<T, @Nullable Component> standing) {}

    ContactSection(PartDesk<T> desk, Kind<T> kind) {
        this.desk = desk;
        this.kind = kind;
        String title = text("title");
        addClassNames("stack", "contact-section");
        named(title);
        lines.addClassNames("sentences", "scroll");
        lines.getElement().setAttribute("aria-label", title);
        lines.getElement().setAttribute("tabindex", "0");
        ActionButton add = new ActionButton(
                        text("new"), click -> kind.dialog.apply(desk, null).open())
                .icon(Icons.PLUS);
        Paragraph hint = new Paragraph(text("hint"));
        hint.addClassNames("muted", "small");
        add(new SectionTitle(title).end(add), hint, lines);
    }

    private String text(String key) {
        return Texts.of("studio.contact." + kind.name + "." + key);
    }

    final void refresh() {
        lines.removeAll();
        List<T> all = desk.all();
        if (all.isEmpty()) {
            ListItem none = new ListItem(text("none"));
            none.addClassName("muted");
            lines.add(none);
        }
        ContactSentences words = new ContactSentences(desk.document(), Language.of(Texts.locale()));
        all.forEach(each -> lines.add(line(each, words)));
    }

    private ListItem line(T part, ContactSentences words) {
        String label = kind.label.apply(part);
        Span name = new Span(label);
        name.addClassName("strong");
        Span sentence = new Span(kind.sentence.apply(words, part));
        sentence.addClassName("muted");
        Div both = new Div(name, sentence);
        both.addClassNames("stack", "tight", "grow");
        Component standing = kind.standing.apply(part);
        if (standing != null) {
            both.add(standing);
        }
        ActionButton edit = new ActionButton(
                        Texts.of("studio.contact.edit.named", label),
                        click -> kind.dialog.apply(desk, part).open())
                .link()
                .iconOnly(Icons.EDIT);
        ActionButton remove = new ActionButton(
                        Texts.of("studio.contact.remove.named", label), click -> ask(part, label))
                .link()
                .iconOnly(Icons.CLOSE);
        ListItem line = new ListItem(both, edit, remove);
        line.addClassNames("row", "tight");
        return line;
    }

    private void ask(T part, String label) {
        Ask.danger(
                Texts.of("studio.contact.remove.title", label),
                Texts.of("studio.contact.remove.question"),
                Texts.of("studio.contact.remove"),
                () -> {
                    try {
                        desk.save(part, null);
                    } catch (ConflictException e) {
                        Notify.error(e);
                        refresh();
                    } catch (InvalidException e) {
                        Notify.error(e.problems().getFirst().message(Language.of(Texts.locale())));
                    }
                });
    }
}
