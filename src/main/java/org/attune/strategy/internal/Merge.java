package org.attune.strategy.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.attune.strategy.internal.DocumentDifference.Keyed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings two documents together that were made from the same third one: what only one of them changed is taken from that one.
 * Objects are merged field by field and lists whose elements have keys element by element; anything else is taken whole. Where
 * both changed the same thing differently there is a conflict, at its place.
 */
public final class Merge {
    private final List<String> conflicts = new ArrayList<>();

    private Merge() {}

    /**
     * What came out.
     *
     * @param conflicts places such as {@code actions[payment-pause].minutes}; the document counts only when there are none
     */
    public record Result(JsonNode document, List<String> conflicts) {}

    /** Merges {@code mine} into {@code theirs}; both were made from {@code base}. */
    public static Result of(JsonNode base, JsonNode theirs, JsonNode mine) {
        Merge merge = new Merge();
        JsonNode merged = merge.merge("", base, theirs, mine);
        return new Result(merged == null ? JsonNodeFactory.instance.objectNode() : merged, merge.conflicts);
    }

    private @Nullable JsonNode merge(
            String place, @Nullable JsonNode base, @Nullable JsonNode theirs, @Nullable JsonNode mine) {
        if (Objects.equals(theirs, mine) || Objects.equals(base, mine)) {
            return theirs;
        }
        if (Objects.equals(base, theirs)) {
            return mine;
        }
        if (theirs instanceof ObjectNode a && mine instanceof ObjectNode b) {
            return fields(place, base instanceof ObjectNode c ? c : JsonNodeFactory.instance.objectNode(), a, b);
        }
        if (Keyed.is(theirs) && Keyed.is(mine) && Keyed.is(base)) {
            return elements(place, Keyed.elements(base), Keyed.elements(theirs), Keyed.elements(mine));
        }
        conflicts.add(place);
        return theirs;
    }

    private ObjectNode fields(String place, ObjectNode base, ObjectNode theirs, ObjectNode mine) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Set<String> names = new LinkedHashSet<>(theirs.propertyNames());
        names.addAll(mine.propertyNames());
        for (String name : names) {
            JsonNode one = merge(
                    place.isEmpty() ? name : place + "." + name, base.get(name), theirs.get(name), mine.get(name));
            if (one != null) {
                merged.set(name, one);
            }
        }
        return merged;
    }

    private ArrayNode elements(
            String place, Map<String, JsonNode> base, Map<String, JsonNode> theirs, Map<String, JsonNode> mine) {
        ArrayNode merged = JsonNodeFactory.instance.arrayNode();
        for (String key : order(base, theirs, mine)) {
            JsonNode one = merge(place + "[" + key + "]", base.get(key), theirs.get(key), mine.get(key));
            if (one != null) {
                merged.add(one);
            }
        }
        return merged;
    }

    /** The order of the side that moved something; what the other side added comes at the end. */
    private static Set<String> order(
            Map<String, JsonNode> base, Map<String, JsonNode> theirs, Map<String, JsonNode> mine) {
        List<String> common = base.keySet().stream()
                .filter(key -> theirs.containsKey(key) && mine.containsKey(key))
                .toList();
        boolean theirsAsBase =
                theirs.keySet().stream().filter(common::contains).toList().equals(common);
        Set<String> order = new LinkedHashSet<>((theirsAsBase ? mine : theirs).keySet());
        order.addAll((theirsAsBase ? theirs : mine).keySet());
        return order;
    }
}
