package org.attune.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.attune.desk.Listing.Trouble;
import org.attune.ui.ActionButton;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Above the list while nothing can be decided: what the list is instead, what is kept, and how it goes on. */
final class TroubleNote extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Runnable again;

    /** @param again tries to decide once more */
    TroubleNote(Runnable again) {
        this.again = again;
        addClassNames("banner", "warn", "trouble-note");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** @param kept how many answers of this agent wait to be written down */
    void show(Trouble trouble, int kept) {
        removeAll();
        setVisible(trouble != Trouble.NONE);
        if (trouble == Trouble.NONE) {
            return;
        }
        Span words = new Span(Texts.of(trouble == Trouble.DATABASE ? "desk.trouble.database" : "desk.trouble.engine"));
        words.addClassName("grow");
        add(Icons.INFO.create(), words);
        if (kept > 0) {
            Span count = new Span(" " + Texts.of("desk.trouble.kept", kept));
            count.addClassName("strong");
            words.add(count);
        }
        if (trouble == Trouble.ENGINE) {
            add(new ActionButton(Texts.of("desk.trouble.again"), click -> again.run()).link());
        }
    }
}
