package org.attune.desk;

import com.vaadin.flow.component.html.Span;
import org.attune.interaction.Interaction;
import org.attune.ui.SystemNames;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** In the top bar: where the caller waited, and how many are calling beside what is usual; nothing while neither is known. */
final class Pressure extends Span {
    private static final long serialVersionUID = 1L;

    private final transient DeskServices services;

    Pressure(DeskServices services) {
        this.services = services;
        addClassNames("chip", "pressure");
    }

    void show(@Nullable Interaction conversation) {
        if (Setting.isBranch(conversation)) {
            setVisible(false); // it is about calls, and a visitor reads along
            return;
        }
        String volume = services.volume().now();
        String queue = conversation == null ? "" : conversation.line().queue();
        String words = volume.isEmpty() ? "" : Texts.of("desk.pressure." + volume);
        String where = queue.isEmpty() ? "" : Texts.of("desk.call.queue", SystemNames.queue(queue));
        setText(words.isEmpty() || where.isEmpty() ? where + words : where + " · " + words);
        setVisible(!getText().isEmpty());
        setClassName("stale", volume.equals("high"));
    }
}
