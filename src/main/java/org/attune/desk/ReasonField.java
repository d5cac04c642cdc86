package org.attune.desk;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.interaction.Interaction;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What the customer calls or comes about; the first choice is that nobody knows yet. */
final class ReasonField extends Select<String> {
    private static final long serialVersionUID = 1L;

    private final transient Vocabulary words;
    private boolean visit;

    /** @param chosen told what the agent chose */
    ReasonField(Vocabulary words, Consumer<String> chosen) {
        this.words = words;
        addClassName("reason");
        setAriaLabel(Texts.of("desk.reason"));
        List<String> keys = new ArrayList<>();
        keys.add("");
        keys.addAll(words.keys(Kind.REASON_OF_CALL));
        setItems(keys);
        setItemLabelGenerator(key -> label(words, key == null ? "" : key, null));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    /** Shows the reason of a conversation, in the words of where it takes place. */
    void show(Interaction conversation) {
        if (visit != Setting.isBranch(conversation)) {
            visit = !visit;
            setAriaLabel(Setting.say(conversation, "desk.reason"));
            setItemLabelGenerator(key -> label(words, key == null ? "" : key, conversation));
        }
        setValue(conversation.reason());
    }

    /** Opens the list, for whoever pressed the key; the page has the focus again when it closes. */
    void open() {
        getElement().executeJs("this.byKey = true; this.focus(); this.opened = true");
    }

    /** A reason in words. */
    static String label(Vocabulary words, String key, @Nullable Interaction of) {
        return key.isEmpty() ? Setting.say(of, "desk.reason.unknown") : Words.of(words.label(Kind.REASON_OF_CALL, key));
    }
}
