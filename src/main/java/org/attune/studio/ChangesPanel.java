package org.attune.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.strategy.DocumentChange;
import org.attune.ui.Badge;
import org.attune.ui.IssueBadge;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two documents, in words: one block per action, issue, rule or setting, old beside new. */
class ChangesPanel extends Div {
    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("(\\w+)(?:\\[([^\\]]+)])?(?:\\.(.*))?");

    private final transient JsonMapper json;

    ChangesPanel(JsonMapper json) {
        this.json = json;
        addClassNames("stack", "revision-changes");
    }

    void show(List<DocumentChange> changes, DocumentNames names) {
        removeAll();
        if (changes.isEmpty()) {
            Paragraph none = new Paragraph(Texts.of("revisions.changes.none"));
            none.addClassName("muted");
            add(none);
        }
        Map<String, List<DocumentChange>> blocks = new LinkedHashMap<>();
        for (DocumentChange each : changes) {
            blocks.computeIfAbsent(head(each.place()), head -> new ArrayList<>())
                    .add(each);
        }
        blocks.forEach((head, list) -> add(block(head, list, names)));
    }

    /** {@code actions[payment-pause]} of {@code actions[payment-pause].title.en}. */
    private static String head(String place) {
        Matcher matcher = PLACE.matcher(place);
        return !matcher.matches() || matcher.group(2) == null
                ? place.replaceFirst("\\..*", "")
                : matcher.group(1) + "[" + matcher.group(2) + "]";
    }

    private Div block(String head, List<DocumentChange> changes, DocumentNames names) {
        String part = head.replaceFirst("\\[.*", "");
        Span kind = new Span(Texts.of("revisions.part." + part));
        kind.addClassName("overline");
        Div title = new Div(kind);
        title.addClassNames("row", "wrap");
        if (!head.equals(part)) {
            H3 name = new H3(names.of(head));
            name.setTitle(head);
            title.add(name);
        }
        String issue = names.issue(head);
        if (issue != null) {
            title.add(new IssueBadge(issue, names.of("issues[" + issue + "]")));
        }
        DocumentChange first = changes.getFirst();
        boolean whole = first.place().equals(head) && !head.equals(part);
        if (whole && first.before() == null) {
            title.add(new Badge(Texts.of("revisions.changes.added"), Badge.Kind.GOOD));
        } else if (whole && first.after() == null) {
            title.add(new Badge(Texts.of("revisions.changes.removed"), Badge.Kind.BAD));
        }
        List<Difference.Change> lines = new ArrayList<>();
        changes.forEach(each -> lines.addAll(lines(each, head, names)));
        Div block = new Div(title, TrailLine.changes(lines));
        block.addClassName("revision-block");
        return block;
    }

    private List<Difference.Change> lines(DocumentChange change, String head, DocumentNames names) {
        String place = change.place();
        String rest = place.length() > head.length()
                ? place.substring(head.length()).replaceFirst("^\\.", "")
                : head.contains("[") ? "" : place;
        List<String> old = names.sentences(place, change.before());
        List<String> now = names.sentences(place, change.after());
        if (old != null && now != null) {
            return sentences(names.place(path(rest)), place, old, now);
        }
        if (isTree(change.before()) || isTree(change.after())) {
            return Difference.between(json, text(change.before()), text(change.after()), path(rest), names);
        }
        return List.of(new Difference.Change(
                names.place(path(rest)),
                value(path(rest), change.before(), names),
                value(path(rest), change.after(), names),
                place));
    }

    /** What was said and is not any more, then what is said now. */
    private static List<Difference.Change> sentences(String words, String place, List<String> old, List<String> now) {
        List<Difference.Change> lines = new ArrayList<>();
        old.stream()
                .filter(each -> !now.contains(each))
                .forEach(each -> lines.add(new Difference.Change(words, each, null, place)));
        now.stream()
                .filter(each -> !old.contains(each))
                .forEach(each -> lines.add(new Difference.Change(words, null, each, place)));
        return lines;
    }

    private static boolean isTree(@Nullable JsonNode node) {
        return node != null
                && (node.isObject()
                        || (node.isArray() && !node.isEmpty() && node.get(0).isObject()));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }

    private static @Nullable String value(String place, @Nullable JsonNode node, DocumentNames names) {
        return node == null ? null : names.value(place, node);
    }

    private static String path(String place) {
        return place.replace("[", "/").replace("].", "/").replace("]", "").replace('.', '/');
    }
}
