package org.attune.strategy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.attune.strategy.DocumentChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what differs between two documents, as far down as there are names to say where. */
public final class DocumentDifference {
    private final List<DocumentChange> changes = new ArrayList<>();

    private DocumentDifference() {}

    /** All differences, in the order of the document. Moving an element within a list of keyed ones is none. */
    public static List<DocumentChange> between(JsonNode before, JsonNode after) {
        DocumentDifference difference = new DocumentDifference();
        difference.compare("", before, after, true);
        return difference.changes;
    }

    private void compare(String place, @Nullable JsonNode before, @Nullable JsonNode after, boolean part) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(
                    place.isEmpty() ? name : place + "." + name, before.get(name), after.get(name), place.isEmpty()));
        } else if (Keyed.is(before) && Keyed.is(after) && (part || (before != null && after != null))) {
            Map<String, JsonNode> old = Keyed.elements(before);
            Map<String, JsonNode> now = Keyed.elements(after);
            Set<String> keys = new LinkedHashSet<>(old.keySet());
            keys.addAll(now.keySet());
            keys.forEach(key -> compare(place + "[" + key + "]", old.get(key), now.get(key), false));
        } else {
            changes.add(new DocumentChange(place, present(before), present(after)));
        }
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    /** Lists whose elements have keys of their own. */
    static final class Keyed {
        private Keyed() {}

        /** Whether it is such a list, or nothing at all. */
        static boolean is(@Nullable JsonNode node) {
            return node == null
                    || (node.isArray()
                            && node.valueStream()
                                            .map(each -> each.path("key").asString(""))
                                            .filter(key -> !key.isEmpty())
                                            .distinct()
                                            .count()
                                    == node.size());
        }

        /** The elements by key, in their order. */
        static Map<String, JsonNode> elements(@Nullable JsonNode list) {
            Map<String, JsonNode> map = new LinkedHashMap<>();
            if (list != null) {
                list.forEach(each -> map.put(each.path("key").asString(), each));
            }
            return map;
        }
    }
}
