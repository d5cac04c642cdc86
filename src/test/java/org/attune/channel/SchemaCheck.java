package org.attune.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Checks JSON against a schema of the API document: the part of JSON Schema 2020-12 that the document uses, and one rule more,
 * that nothing is answered which is not described. A word the checker does not know fails, so that it cannot overlook one.
 */
final class SchemaCheck {
    private static final List<String> KNOWN = List.of(
            "$ref",
            "anyOf",
            "type",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "format",
            "minimum",
            "maximum",
            "maxLength",
            "uniqueItems",
            "description",
            "example",
            "default");

    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong, each with its place; empty when nothing is. */
    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document);
        check.check(schema, value, "");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String place) {
        schema.propertyNames().stream()
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> problems.add(place + ": the checker does not know '" + word + "'"));
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asString().substring(1)), value, place);
            return;
        }
        if (schema.has("anyOf")) {
            boolean fits = false;
            for (JsonNode each : schema.path("anyOf")) {
                fits |= problems(document, each, value).isEmpty();
            }
            require(fits, place, "fits none of " + schema.path("anyOf"));
            return;
        }
        if (schema.has("type")) {
            require(fitsType(schema.path("type"), value), place, "is " + value + ", not " + schema.path("type"));
        }
        if (schema.has("enum")) {
            boolean known = value.isNull();
            for (JsonNode each : schema.path("enum")) {
                known |= each.equals(value);
            }
            require(known, place, "is " + value + ", none of " + schema.path("enum"));
        }
        if (value.isNumber()) {
            double number = value.asDouble();
            require(!schema.has("minimum") || number >= schema.path("minimum").asDouble(), place, "is too small");
            require(!schema.has("maximum") || number <= schema.path("maximum").asDouble(), place, "is too large");
        }
        if (value.isString() && schema.has("format")) {
            require(
                    fitsFormat(schema.path("format").asString(), value.asString()),
                    place,
                    "is no " + schema.path("format").asString() + ": " + value);
        }
        if (value.isArray()) {
            int index = 0;
            for (JsonNode each : value) {
                check(schema.path("items"), each, place + "[" + index++ + "]");
            }
        }
        if (value.isObject()) {
            object(schema, value, place);
        }
    }

    private void object(JsonNode schema, JsonNode value, String place) {
        for (JsonNode each : schema.path("required")) {
            require(value.has(each.asString()), place, "lacks " + each.asString());
        }
        JsonNode properties = schema.path("properties");
        JsonNode more = schema.path("additionalProperties");
        value.forEachEntry((name, each) -> {
            if (properties.has(name)) {
                check(properties.path(name), each, place + "." + name);
            } else if (more.isObject()) {
                check(more, each, place + "." + name);
            } else {
                require(
                        properties.isMissingNode() && !more.isBoolean(),
                        place,
                        "has " + name + ", which is not described");
            }
        });
    }

    private static boolean fitsType(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode each : types) {
                if (fitsType(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean fitsFormat(String format, String text) {
        try {
            switch (format) {
                case "uuid" -> UUID.fromString(text);
                case "date-time" -> {
                    if (text.endsWith("Z")) {
                        Instant.parse(text);
                    } else {
                        OffsetDateTime.parse(text);
                    }
                }
                case "date" -> LocalDate.parse(text);
                case "uri" -> java.net.URI.create(text);
                default -> {
                    return false;
                }
            }
            return true;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return false;
        }
    }

    private void require(boolean holds, String place, String message) {
        if (!holds) {
            problems.add((place.isEmpty() ? "the reply" : place) + " " + message);
        }
    }
}
