package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.attune.catalog.Issue;
import org.attune.ui.ActionButton;
import org.attune.ui.Badge;
import org.attune.ui.Icons;
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

    IssueStrip(Switch onSwitch) {
        this.onSwitch = onSwitch;
        addClassName("issue-strip");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.of("studio.issues"));
    }

    void show(List<Issue> issues, List<CatalogRow> rows) {
        removeAll();
        for (Issue issue : issues) {
            List<CatalogRow> own = rows.stream()
                    .filter(row -> row.issue().key().equals(issue.key()))
                    .toList();
            long live =
                    own.stream().filter(row -> row.state() == ActionState.LIVE).count();
            add(item(issue, own.size(), live));
        }
    }

    private Div item(Issue issue, int actions, long live) {
        String label = Words.in(issue.label());
        Span count = new Span(Texts.of("studio.issue.live", live, actions));
        count.addClassNames("muted", "small", "tnum");
        ActionButton button = new ActionButton(
                        Texts.of(issue.paused() ? "studio.resume.named" : "studio.pause.named", label),
                        click -> onSwitch.turn(issue, actions))
                .link()
                .iconOnly(issue.paused() ? Icons.PLAY : Icons.PAUSE);
        Div item = new Div(new IssueBadge(issue.key(), label));
        item.addClassName("issue-item");
        item.add(issue.paused() ? new Badge(Words.of(ActionState.PAUSED), Badge.Kind.WARN) : count, button);
        return item;
    }
}
