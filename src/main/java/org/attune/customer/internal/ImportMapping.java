package org.attune.customer.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the columns of a customers file become facts. Everything may be missing.
 *
 * @param refColumn holds the reference
 * @param refTemplate makes the reference from the row's number instead, such as {@code bank-{row}}
 * @param columns column to attribute, or to {@code displayName}, {@code language}, {@code phone}, {@code state},
 *     {@code consent:<purpose>}; null: every other column to the attribute of its name
 * @param createAttributes whether attributes the dictionary does not know are defined, their types inferred
 * @param protectedAttributes attributes that are to be protected
 * @param missingNumbers by column: what stands for "not known"
 */
public record ImportMapping(
        @Nullable String refColumn,
        @Nullable String refTemplate,
        @Nullable Map<String, String> columns,
        boolean createAttributes,
        List<String> protectedAttributes,
        Map<String, String> missingNumbers) {
    static final String ROW = "{row}";
    private static final Set<String> FIELDS =
            Set.of("refColumn", "refTemplate", "columns", "createAttributes", "protected", "missingNumbers");

    /** Reads the JSON of the API; blank is an empty mapping. Every problem is named in an InvalidException. */
    public static ImportMapping read(JsonMapper mapper, String json) {
        if (json.isBlank()) {
            return new ImportMapping(null, null, null, false, List.of(), Map.of());
        }
        JsonNode root;
        try {
            root = mapper.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidException("mapping", "It is not JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject()) {
            throw new InvalidException("mapping", "It must be a JSON object.");
        }
        return new Reading(root).mapping();
    }

    /** Collects what is wrong while it reads. */
    private static final class Reading {
        private final JsonNode root;
        private final List<Problem> problems = new ArrayList<>();

        Reading(JsonNode root) {
            this.root = root;
        }

        ImportMapping mapping() {
            root.propertyNames().forEach(each -> {
                if (!FIELDS.contains(each)) {
                    problem(each, "The mapping knows no '" + each + "'." + Similar.hint(each, FIELDS));
                }
            });
            String template = text("refTemplate");
            if (template != null && !template.contains(ROW)) {
                problem("refTemplate", "It must contain " + ROW + ", the number of the row.");
            }
            if (template != null && text("refColumn") != null) {
                problem("refTemplate", "Give either refColumn or refTemplate.");
            }
            ImportMapping mapping = new ImportMapping(
                    text("refColumn"),
                    template,
                    root.has("columns") ? texts("columns") : null,
                    bool("createAttributes"),
                    list("protected"),
                    texts("missingNumbers"));
            if (!problems.isEmpty()) {
                throw new InvalidException(problems);
            }
            return mapping;
        }

        private @Nullable String text(String field) {
            JsonNode node = root.path(field);
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            if (!node.isString() || node.asString().isBlank()) {
                problem(field, "It must be a text.");
                return null;
            }
            return node.asString();
        }

        private boolean bool(String field) {
            JsonNode node = root.path(field);
            if (!node.isMissingNode() && !node.isBoolean()) {
                problem(field, "It must be true or false.");
            }
            return node.isBoolean() && node.asBoolean();
        }

        private Map<String, String> texts(String field) {
            Map<String, String> texts = new LinkedHashMap<>();
            JsonNode node = root.path(field);
            if (!node.isMissingNode() && !node.isObject()) {
                problem(field, "It must be an object of texts.");
            }
            node.properties().forEach(each -> {
                JsonNode value = each.getValue();
                if (value.isString() || value.isNumber()) {
                    texts.put(each.getKey(), value.asString().strip());
                } else {
                    problem(field + "." + each.getKey(), "It must be a text.");
                }
            });
            return texts;
        }

        private List<String> list(String field) {
            List<String> list = new ArrayList<>();
            JsonNode node = root.path(field);
            if (!node.isMissingNode() && !node.isArray()) {
                problem(field, "It must be a list of attribute names.");
            }
            node.values().forEach(each -> list.add(each.asString("")));
            return list;
        }

        private void problem(String place, String message) {
            problems.add(new Problem("mapping." + place, message));
        }
    }
}
