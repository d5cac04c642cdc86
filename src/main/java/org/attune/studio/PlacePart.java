package org.attune.studio;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.Problem;
import org.attune.ui.Texts;

/** Where in the catalog it stands, and what it is made of when it is a bundle. */
class PlacePart extends EditorPart {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Catalog> catalog;
    private final ComboBox<String> group = field("group", new ComboBox<>(Texts.of("studio.field.group")));
    private final MultiSelectComboBox<String> members =
            field("members", new MultiSelectComboBox<>(Texts.of("studio.edit.members")));

    PlacePart(Supplier<Catalog> catalog, Runnable onChange) {
        super(Texts.of("studio.edit.place"), onChange);
        this.catalog = catalog;
        group.setItemLabelGenerator(this::groupName);
        group.setManualValidation(true);
        group.setAllowCustomValue(false);
        members.setItemLabelGenerator(this::title);
        members.setManualValidation(true);
        members.setPlaceholder(Texts.of("studio.edit.members.none"));
        Div fields = new Div(group, members);
        fields.addClassNames("fields", "fields-2");
        add(fields);
    }

    @Override
    void show(Action action) {
        Catalog now = catalog.get();
        group.setItems(groups(now));
        group.setValue(action.group());
        List<String> singles = new ArrayList<>(now.actions().stream()
                .filter(each -> each.members().isEmpty() && !each.key().equals(action.key()))
                .map(Action::key)
                .toList());
        action.members().stream().filter(each -> !singles.contains(each)).forEach(singles::add);
        members.setItems(singles);
        members.setValue(new LinkedHashSet<>(action.members()));
    }

    @Override
    void write(ActionDraft draft, List<Problem> problems) {
        String chosen = group.getValue();
        if (chosen == null) {
            problems.add(new Problem("group", Texts.of("studio.edit.group.missing")));
        } else {
            draft.group = chosen;
        }
        // What is chosen is a set: unchanged members keep their order, so that nothing looks changed.
        if (!members.getValue().equals(new LinkedHashSet<>(draft.members))) {
            draft.members = List.copyOf(members.getValue());
        }
    }

    /** Groups in the order of their issues. */
    static List<String> groups(Catalog catalog) {
        return catalog.issues().stream()
                .flatMap(issue -> catalog.groups().stream()
                        .filter(each -> each.issue().equals(issue.key()))
                        .map(Group::key))
                .toList();
    }

    private String groupName(String key) {
        return groupName(catalog.get(), key);
    }

    /** {@code Service › Bills}. */
    static String groupName(Catalog catalog, String key) {
        Group known = catalog.group(key);
        if (known == null) {
            return key;
        }
        Issue issue = catalog.issue(known.issue());
        String name = Words.in(known.label());
        return issue == null ? name : Words.in(issue.label()) + " › " + name;
    }

    private String title(String key) {
        Action action = catalog.get().action(key);
        return action == null ? key : Words.in(action.title());
    }
}
