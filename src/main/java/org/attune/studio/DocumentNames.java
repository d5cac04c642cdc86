package org.attune.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the parts of some documents are called, by place. */
final class DocumentNames {
    private final Map<String, LocalText> names = new HashMap<>();
    private final Map<String, String> issues = new HashMap<>();

    DocumentNames(JsonMapper json, List<StrategyDocument> documents) {
        for (StrategyDocument document : documents) {
            JsonNode tree = json.valueToTree(document);
            tree.properties().forEach(part -> {
                if (part.getValue().isArray()) {
                    part.getValue().forEach(each -> name(part.getKey(), each));
                }
            });
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
        return name == null ? place.replaceFirst("^\\w+\\[(.*)]$", "$1") : name.in(Language.of(Texts.locale()));
    }

    /** The issue a place belongs to, null for none. */
    @Nullable
    String issue(String place) {
        String issue = issues.get(place);
        return issue == null || issue.isEmpty() ? null : issue;
    }
}
