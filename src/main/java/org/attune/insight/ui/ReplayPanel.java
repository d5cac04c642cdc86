package org.attune.insight.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.attune.decision.Decisions;
import org.attune.decision.Replay;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.ui.Formats;
import org.attune.ui.Icons;
import org.attune.ui.Texts;

/** Takes a decision again with the catalog, the models and the inputs of that moment, and says whether it comes out the same. */
class ReplayPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LISTED = 20;

    private final transient Decisions decisions;
    private final transient DecisionId decision;
    private final transient Formats formats;

    ReplayPanel(Decisions decisions, DecisionId decision, Formats formats) {
        this.decisions = decisions;
        this.decision = decision;
        this.formats = formats;
        addClassName("replay");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Replays now and shows what came out. */
    void replay() {
        removeAll();
        setClassName("banner");
        addClassName("replay");
        setVisible(true);
        Replay replay;
        long started = System.nanoTime();
        try {
            replay = decisions.replay(decision);
        } catch (ConflictException e) {
            addClassName("warn");
            add(Icons.WARNING.create(), new Span(e.words().in(Words.language())));
            return;
        }
        String took = formats.decimal((System.nanoTime() - started) / 1e6, 0);
        if (replay.identical()) {
            addClassName("good");
            add(Icons.CHECK.create(), new Span(Texts.of("insight.replay.identical", took)));
            return;
        }
        addClassName("bad");
        add(
                Icons.WARNING.create(),
                new Span(Texts.of(
                        "insight.replay.different",
                        formats.count(replay.differences().size()))));
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        replay.differences().stream().limit(LISTED).forEach(each -> list.add(item(each)));
        add(list);
    }

    private static ListItem item(Replay.Difference each) {
        String where = each.action().isEmpty() ? Texts.of("insight.replay.whole") : each.action();
        return new ListItem(
                new Span(where + " · " + each.what() + ": "),
                new Code(each.recorded()),
                new Span(" → "),
                new Code(each.replayed()));
    }
}
