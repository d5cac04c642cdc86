package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.BiConsumer;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Formats;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;

/** The lever of each group; one that is changed goes live by itself. */
class GroupLevers extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Formats formats;
    private final transient BiConsumer<Group, Group> onChange;

    /** @param onChange gets a group as it was and as it shall be */
    GroupLevers(Formats formats, BiConsumer<Group, Group> onChange) {
        this.formats = formats;
        this.onChange = onChange;
        addClassNames("stack", "tight");
    }

    final void show(StrategyDocument document) {
        removeAll();
        Paragraph words = new Paragraph(Texts.of("studio.ranking.groups.words"));
        words.addClassName("muted");
        add(words);
        for (Group each : document.groups()) {
            Issue issue = document.catalog().issue(each.issue());
            if (issue != null) {
                add(line(each, issue));
            }
        }
    }

    private Div line(Group group, Issue issue) {
        String label = Words.in(group.label());
        Span name = new Span(label);
        name.addClassNames("grow", "clip");
        LeverField field = new LeverField("", label, formats);
        field.named(Texts.of("studio.ranking.lever.of", label));
        field.setValue(group.lever());
        field.addValueChangeListener(change -> onChange.accept(group, with(group, change.getValue())));
        Div line = new Div(new IssueBadge(issue.key(), Words.in(issue.label())), name, field);
        line.addClassNames("row", "tight", "group-lever");
        return line;
    }

    private static Group with(Group group, Lever lever) {
        return new Group(group.key(), group.issue(), group.label(), lever, group.engagement());
    }
}
