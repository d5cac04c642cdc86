package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Issue;
import org.attune.ui.Badge;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;

/** The issues side by side, each with how many of its actions are live and its kill switch. */
class IssueStrip extends Div {
    private static final long serialVersionUID = 1L;

    /** Told which issue to turn on or off. */
    interface Switch {
        void turn(Issue issue, int actions);
    }

    private final transient Switch onSwitch;
    private final transient Map<String, Item> items = new LinkedHashMap<>();

    IssueStrip(Switch onSwitch) {
        this.onSwitch = onSwitch;
        addClassName("issue-strip");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("studio.issues"));
    }

    void show(List<Issue> issues, List<CatalogRow> rows) {
        if (!List.copyOf(items.keySet()).equals(issues.stream().map(Issue::key).toList())) {
            items.clear();
            removeAll();
            issues.forEach(issue -> items.put(issue.key(), new Item(issue)));
        }
        for (Issue issue : issues) {
            Item item = items.get(issue.key());
            if (item != null) {
                item.show(
                        issue,
                        rows.stream()
                                .filter(row -> row.issue().key().equals(issue.key()))
                                .toList());
            }
        }
    }

    private final class Item {
        private final Span state = new Span();
        private final PauseButton button = new PauseButton(this::turn);
        private Issue issue;
        private int actions;

        Item(Issue issue) {
            this.issue = issue;
            Div item = new Div(new IssueBadge(issue.key(), Words.in(issue.label())), state, button);
            item.addClassName("issue-item");
            add(item);
        }

        void show(Issue now, List<CatalogRow> own) {
            issue = now;
            actions = own.size();
            long live =
                    own.stream().filter(row -> row.state() == ActionState.LIVE).count();
            state.removeAll();
            state.add(issue.paused() ? new Badge(Words.of(ActionState.PAUSED), Badge.Kind.WARN) : count(live));
            button.show(Words.in(issue.label()), issue.paused());
        }

        private Span count(long live) {
            Span count = new Span(Texts.of("studio.issue.live", live, actions));
            count.addClassNames("muted", "small", "tnum");
            count.getElement().setAttribute("title", Texts.of("studio.issue.live.hint", live, actions));
            return count;
        }

        private void turn() {
            onSwitch.turn(issue, actions);
        }
    }
}
