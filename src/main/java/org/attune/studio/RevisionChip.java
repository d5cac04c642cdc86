package org.attune.studio;

import com.vaadin.flow.component.html.Span;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionStep;
import org.attune.strategy.Strategies;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** The number of the live revision, who made it and when. */
class RevisionChip extends Span {
    private static final long serialVersionUID = 1L;

    private final transient Strategies strategies;
    private final transient Formats formats;

    RevisionChip(Strategies strategies, Formats formats) {
        this.strategies = strategies;
        this.formats = formats;
        addClassName("chip");
        refresh();
    }

    final void refresh() {
        RevisionInfo live = strategies.liveRevision().orElse(null);
        removeAll();
        if (live == null) {
            setText(Texts.of("studio.revision.none"));
            return;
        }
        RevisionStep step = live.latest();
        Span dot = new Span();
        dot.addClassName("dot-live");
        Span number = new Span(Texts.of("studio.revision", live.number()));
        number.addClassName("strong");
        Span who = new Span(TrailLine.who(step.who()) + " · " + formats.ago(step.at()));
        who.addClassName("muted");
        add(dot, number, who);
        getElement().setAttribute("title", formats.exact(step.at()));
    }
}
