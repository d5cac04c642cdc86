package org.attune.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Formats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the parts of some documents are called, by place, and what their values mean to a reader. */
final class DocumentNames implements Difference.Speech {
    /** Fields that hold keys of something in the document, and the part it stands in. */
    static final Map<String, String> NAMED = Map.of(
            "issue", "issues",
            "issues", "issues",
            "group", "groups",
            "action", "actions",
            "actions", "actions",
            "members", "actions",
            "journey", "journeys");

    /** Fields that hold words of the vocabulary. */
    static final Map<String, Kind> VOCABULARY = Map.of(
            "state", Kind.STATE,
            "states", Kind.STATE,
            "signal", Kind.SIGNAL,
            "signals", Kind.SIGNAL,
            "holdings", Kind.PRODUCT);

    private final Map<String, LocalText> names = new HashMap<>();
    private final Map<String, LocalText> stages = new HashMap<>();
    private final Map<String, String> issues = new HashMap<>();
    private final JsonMapper json;
    private final Vocabulary vocabulary;
    private final Situations situations;

    DocumentNames(JsonMapper json, Vocabulary vocabulary, Formats formats, List<StrategyDocument> documents) {
        this.json = json;
        this.vocabulary = vocabulary;
        situations =
                new Situations(documents.isEmpty() ? StrategyDocument.EMPTY : documents.getLast(), vocabulary, formats);
        for (StrategyDocument document : documents) {
            JsonNode tree = json.valueToTree(document);
            tree.properties().forEach(part -> {
                if (part.getValue().isArray()) {
                    part.getValue().forEach(each -> name(part.getKey(), each));
                }
            });
            document.journeys().forEach(each -> each.stages().forEach(stage -> stages.put(stage.key(), stage.label())));
            Map<String, String> ofGroup = new HashMap<>();
            for (Group group : document.groups()) {
                ofGroup.put(group.key(), group.issue());
                issues.put("groups[" + group.key() + "]", group.issue());
            }
            for (Action action : document.actions()) {
                issues.put("actions[" + action.key() + "]", ofGroup.getOrDefault(action.group(), ""));
            }
            document.issues().forEach(issue -> issues.put("issues[" + issue.key() + "]", issue.key()));
        }
    }

    private void name(String part, JsonNode element) {
        String key = element.path("key").asString("");
        JsonNode label = element.has("title") ? element.path("title") : element.path("label");
        if (!key.isEmpty() && label.has("en")) {
            names.put(
                    part + "[" + key + "]",
                    new LocalText(
                            label.path("en").asString(""), label.path("fr").asString("")));
        }
    }

    /** {@code Pause of payments} for {@code actions[payment-pause]}; the key where nothing has a name. */
    String of(String place) {
        LocalText name = names.get(place);
        return name == null ? place.replaceFirst("^\\w+\\[(.*)]$", "$1") : Words.in(name);
    }

    /** The issue a place belongs to, null for none. */
    @Nullable
    String issue(String place) {
        String issue = issues.get(place);
        return issue == null || issue.isEmpty() ? null : issue;
    }

    @Override
    public String part(String before, String part) {
        LocalText stage = before.equals("stages") ? stages.get(part) : null;
        return stage == null ? FieldWords.part(part) : Words.in(stage);
    }

    @Override
    public String single(String place, JsonNode node) {
        String field = FieldWords.field(place);
        if (!node.isString() || node.asString().isEmpty()) {
            return FieldWords.value(place, node);
        }
        String key = node.asString();
        String part = NAMED.get(field);
        if (part != null) {
            return of(part + "[" + key + "]");
        }
        if (field.equals("stage")) {
            LocalText stage = stages.get(key);
            return stage == null ? key : Words.in(stage);
        }
        Kind kind = VOCABULARY.get(field);
        if (kind != null) {
            return Words.in(vocabulary.label(kind, key));
        }
        if (field.equals("type") && place.contains("signals/")) {
            return Words.in(vocabulary.label(Kind.SIGNAL, key));
        }
        return field.equals("reason") && !place.contains("lever")
                ? Words.in(vocabulary.label(Kind.REASON_OF_CALL, key))
                : FieldWords.value(place, node);
    }

    /** Each of a list of situations as a sentence, as the page of the ranking says it; null for other lists. */
    @Nullable
    List<String> sentences(String place, @Nullable JsonNode list) {
        return switch (place) {
            case "arbitration.contextWeights" ->
                listed(list)
                        .map(each -> situations.sentence(json.treeToValue(each, ContextWeight.class)))
                        .toList();
            case "arbitration.thresholds" ->
                listed(list)
                        .map(each -> situations.sentence(json.treeToValue(each, NoneThreshold.class)))
                        .toList();
            default -> null;
        };
    }

    private static Stream<JsonNode> listed(@Nullable JsonNode list) {
        return list == null ? Stream.empty() : list.valueStream();
    }
}
