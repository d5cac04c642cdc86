package org.attune.strategy.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.kernel.Keyed;
import org.attune.kernel.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Holds a tree against the records it is to become, and names everything that does not fit. */
public final class DocumentShape {
    private final List<Problem> problems = new ArrayList<>();

    private DocumentShape() {}

    /** Every unknown field, wrong type and unknown word, each with its place; empty when the tree can become the record. */
    public static List<Problem> problems(JsonNode tree, Class<? extends Record> type) {
        DocumentShape shape = new DocumentShape();
        shape.record("", tree, type);
        return shape.problems;
    }

    /** Where reading failed, {@code actions[3].title}. */
    public static String place(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference each : e.getPath()) {
            String name = each.getPropertyName();
            if (name == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "document" : path.toString();
    }

    private void check(String place, JsonNode node, Type type) {
        if (node.isNull()) {
            return; // as if it were not there
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (Collection.class.isAssignableFrom(raw)) {
                list(place, node, generic.getActualTypeArguments()[0]);
            } else if (Map.class.isAssignableFrom(raw)) {
                map(place, node, generic.getActualTypeArguments()[1]);
            }
        } else if (type instanceof Class<?> plain) {
            plain(place, node, plain);
        }
    }

    private void plain(String place, JsonNode node, Class<?> type) {
        if (type.isRecord()) {
            // One that can also be written as a single value is left to itself when it is.
            if (node.isObject() || !hasShortForm(type)) {
                record(place, node, type);
            } else if (!node.isIntegralNumber()) {
                add(place, "Must be a whole number, or an object with " + names(type) + ".");
            }
        } else if (type.isEnum()) {
            word(place, node, type);
        } else if (type == LocalDate.class) {
            day(place, node);
        } else {
            String needed = needed(type, node);
            if (!needed.isEmpty()) {
                add(place, "Must be " + needed + ".");
            }
        }
    }

    private static String needed(Class<?> type, JsonNode node) {
        if (type == String.class) {
            return node.isString() ? "" : "a text; put it in quotes";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToInt() ? "" : "a whole number";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return node.isNumber() ? "" : "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? "" : "true or false";
        }
        return "";
    }

    private void record(String place, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            add(place.isEmpty() ? "document" : place, "Must be an object with " + names(type) + ".");
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        node.properties().forEach(field -> {
            String at = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            RecordComponent known = Arrays.stream(components)
                    .filter(each -> each.getName().equals(field.getKey()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                add(at, "Is not known here. Known: " + names(type) + ".");
            } else {
                check(at, field.getValue(), known.getGenericType());
            }
        });
    }

    private void list(String place, JsonNode node, Type element) {
        if (!node.isArray()) {
            add(place, "Must be a list.");
            return;
        }
        int index = 0;
        for (JsonNode each : node) {
            JsonNode key = each.path("key");
            String at = place + "[" + (key.isString() && !key.asString().isBlank() ? key.asString() : index) + "]";
            if (each.isNull()) {
                add(at, "Is empty.");
            }
            check(at, each, element);
            index++;
        }
    }

    private void map(String place, JsonNode node, Type value) {
        if (!node.isObject()) {
            add(place, "Must be an object.");
            return;
        }
        node.properties().forEach(each -> check(place + "." + each.getKey(), each.getValue(), value));
    }

    private void word(String place, JsonNode node, Class<?> type) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(each -> each instanceof Keyed keyed ? keyed.key() : each.toString())
                .toList();
        if (!node.isString() || !known.contains(node.asString())) {
            add(place, "'" + node.asString("") + "' is not known here. Known: " + String.join(", ", known) + ".");
        }
    }

    private void day(String place, JsonNode node) {
        try {
            LocalDate.parse(node.asString(""));
        } catch (DateTimeParseException e) {
            add(place, "Must be a day such as 2026-05-01.");
        }
    }

    private static boolean hasShortForm(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private void add(String place, String message) {
        problems.add(new Problem(place, message));
    }
}
