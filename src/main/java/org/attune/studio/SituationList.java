package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Sentences, each of which can be changed or taken away, and a button for another one. */
class SituationList<T> extends Div {
    private static final long serialVersionUID = 1L;

    /** Opens the dialog for one of them, or for a new one. */
    interface Editor<T> {
        void open(@Nullable T before, Consumer<T> done);
    }

    private final transient Editor<T> editor;
    private final transient Runnable onChange;
    private final String empty;
    private final UnorderedList lines = new UnorderedList();
    private transient List<T> items = List.of();

    SituationList(String name, String hint, String empty, Editor<T> editor, Runnable onChange) {
        this.editor = editor;
        this.onChange = onChange;
        this.empty = empty;
        addClassName("stack");
        lines.addClassName("sentences");
        lines.getElement().setAttribute("aria-label", name);
        Paragraph words = new Paragraph(hint);
        words.addClassName("muted");
        ActionButton add = new ActionButton(
                        Texts.of("studio.situation.add"),
                        click -> editor.open(null, made -> {
                            items.add(made);
                            onChange.run();
                        }))
                .icon(Icons.PLUS);
        Div head = new Div(words, add);
        head.addClassNames("row", "spread");
        add(head, lines);
    }

    /** @param edited the list itself, which is changed in place */
    final void show(List<T> edited, Function<T, String> sentence) {
        items = edited;
        lines.removeAll();
        if (items.isEmpty()) {
            ListItem none = new ListItem(empty);
            none.addClassName("muted");
            lines.add(none);
        }
        for (int i = 0; i < items.size(); i++) {
            lines.add(line(i, sentence.apply(items.get(i))));
        }
    }

    private ListItem line(int index, String sentence) {
        Span words = new Span(sentence);
        words.addClassName("grow");
        ActionButton edit = new ActionButton(
                        Texts.of("studio.situation.edit", sentence),
                        click -> editor.open(items.get(index), changed -> {
                            items.set(index, changed);
                            onChange.run();
                        }))
                .link()
                .iconOnly(Icons.EDIT);
        ActionButton remove = new ActionButton(Texts.of("studio.situation.remove", sentence), click -> {
                    items.remove(index);
                    onChange.run();
                })
                .link()
                .iconOnly(Icons.CLOSE);
        ListItem line = new ListItem(words, edit, remove);
        line.addClassNames("row", "tight");
        return line;
    }
}
