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
            title.add(new H3(names.of(head)));
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
        changes.forEach(each -> lines.addAll(lines(each, head)));
        Div block = new Div(title, TrailLine.changes(lines));
        block.addClassName("revision-block");
        return block;
    }

    private List<Difference.Change> lines(DocumentChange change, String head) {
        String rest = change.place().length() > head.length()
                ? change.place().substring(head.length()).replaceFirst("^\\.", "")
                : "";
        if (isTree(change.before()) || isTree(change.after())) {
            return Difference.between(json, text(change.before()), text(change.after())).stream()
                    .map(each -> new Difference.Change(
                            rest.isEmpty() ? each.place() : Difference.words(path(rest)) + " · " + each.place(),
                            each.before(),
                            each.after()))
                    .toList();
        }
        return List.of(new Difference.Change(
                Difference.words(path(rest.isEmpty() ? change.place() : rest)),
                value(change.place(), change.before()),
                value(change.place(), change.after())));
    }

    private static boolean isTree(@Nullable JsonNode node) {
        return node != null
                && (node.isObject()
                        || (node.isArray() && !node.isEmpty() && node.get(0).isObject()));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }

    private static @Nullable String value(String place, @Nullable JsonNode node) {
        return node == null ? null : Difference.value(ValueWords.field(path(place)), node);
    }

    private static String path(String place) {
        return place.replace("[", "/").replace("].", "/").replace("]", "").replace('.', '/');
    }
}
