package org.attune.desk;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.ui.Texts;

/** What the customer calls about; the first choice is that nobody knows yet. */
final class ReasonField extends Select<String> {
    private static final long serialVersionUID = 1L;

    /** @param chosen told what the agent chose */
    ReasonField(Vocabulary words, Consumer<String> chosen) {
        addClassName("reason");
        setAriaLabel(Texts.of("desk.reason"));
        List<String> keys = new ArrayList<>();
        keys.add("");
        keys.addAll(words.keys(Kind.REASON_OF_CALL));
        setItems(keys);
        setItemLabelGenerator(key -> label(words, key == null ? "" : key));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    /** Opens the list, for whoever pressed the key; the page has the focus again when it closes. */
    void open() {
        getElement().executeJs("this.byKey = true; this.focus(); this.opened = true");
    }

    /** A reason in words. */
    static String label(Vocabulary words, String key) {
        return key.isEmpty() ? Texts.of("desk.reason.unknown") : Words.of(words.label(Kind.REASON_OF_CALL, key));
    }
}
