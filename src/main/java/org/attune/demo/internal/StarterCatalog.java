package org.attune.demo.internal;

import java.util.ArrayList;
import java.util.List;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The attribute dictionary and the strategy Attune is shown with, from {@code db/seed}. */
final class StarterCatalog {
    private static final List<String> LISTS = List.of(
            "issues",
            "groups",
            "actions",
            "contactPolicy",
            "contactLimits",
            "constraints",
            "journeys",
            "eventRules",
            "personas");

    private final JsonMapper json;

    StarterCatalog(JsonMapper json) {
        // The files leave out what is zero or false.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** The dictionary, in the order of the file. */
    List<AttributeDefinition> attributes() {
        List<AttributeDefinition> definitions = new ArrayList<>();
        for (JsonNode each : SeedFiles.read("attributes.yaml")) {
            JsonNode label = each.path("label");
            definitions.add(new AttributeDefinition(
                    each.path("key").asString(),
                    AttributeType.of(each.path("type").asString()),
                    new LocalText(label.path("en").asString(), label.path("fr").asString()),
                    Sensitivity.of(each.path("sensitivity").asString()),
                    each.path("predictor").asBoolean(),
                    each.path("source").asString(),
                    each.path("group").asString(),
                    each.path("unit").asString(),
                    each.path("show").asBoolean()));
        }
        return definitions;
    }

    /** One document of all files of {@code catalog/}: their lists one after the other, in the order of the files' names. */
    StrategyDocument strategy() {
        ObjectNode document = json.createObjectNode();
        LISTS.forEach(document::putArray);
        for (JsonNode file : SeedFiles.all("catalog/*.yaml")) {
            for (String list : LISTS) {
                ((ArrayNode) document.get(list)).addAll(file.path(list).values());
            }
            for (String part : List.of("arbitration", "shield")) {
                if (file.has(part)) {
                    document.set(part, file.get(part));
                }
            }
        }
        for (JsonNode rule : document.get("contactPolicy")) {
            if (rule.path("channel").asString("").equals("all")) {
                ((ObjectNode) rule).remove("channel");
            }
        }
        return json.treeToValue(document, StrategyDocument.class);
    }
}
