package org.attune.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies between two states that the trail keeps, place by place. */
final class Difference {
    /**
     * One place; null where there was or is nothing.
     *
     * @param place in words
     * @param before in words
     * @param after in words
     * @param raw the place as the document calls it, empty where it is not known
     */
    record Change(
            String place, @Nullable String before, @Nullable String after, String raw) {
        Change(String place, @Nullable String before, @Nullable String after) {
            this(place, before, after, "");
        }
    }

    /** Words for places, whose parts are divided by slashes, and for the values that stand there. */
    interface Speech {
        /**
         * One part of a place.
         *
         * @param before the part before it, empty at the beginning
         */
        String part(String before, String part);

        /** A value that is no list. */
        String single(String place, JsonNode node);

        /** A place; parts that say nothing to a reader are left out. */
        default String place(String place) {
            List<String> words = new ArrayList<>();
            String before = "";
            for (String each : place.split("/")) {
                if (!FieldWords.SILENT.contains(each)) {
                    words.add(part(before, each));
                }
                before = each;
            }
            return String.join(" · ", words);
        }

        /** A value; a list is a set without an order. */
        default String value(String place, JsonNode node) {
            if (!node.isArray()) {
                return single(place, node);
            }
            TreeSet<String> values = new TreeSet<>();
            node.values().forEach(each -> values.add(value(place, each)));
            return String.join(", ", values);
        }
    }

    private static final Speech PLAIN = new Speech() {
        @Override
        public String part(String before, String part) {
            return FieldWords.part(part);
        }

        @Override
        public String single(String place, JsonNode node) {
            return FieldWords.value(place, node);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** 2 stands before 10. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String place) -> NUMBER.matcher(place)
                    .replaceAll(found ->
                            "0".repeat(Math.max(0, 9 - found.group().length())) + found.group()))
            .thenComparing(Comparator.naturalOrder());

    private Difference() {}

    /** JSON is compared place by place; anything else as a whole. */
    static List<Change> between(JsonMapper json, @Nullable String before, @Nullable String after) {
        return between(json, before, after, "", PLAIN);
    }

    /**
     * The same in the words of a document.
     *
     * @param root where both stand, divided by slashes, empty for nowhere
     */
    static List<Change> between(
            JsonMapper json, @Nullable String before, @Nullable String after, String root, Speech speech) {
        JsonNode one = tree(json, before);
        JsonNode other = tree(json, after);
        if ((before != null && one == null) || (after != null && other == null)) {
            return List.of(new Change("", before, after));
        }
        TreeMap<String, String> old = new TreeMap<>(BY_NUMBER);
        TreeMap<String, String> now = new TreeMap<>(BY_NUMBER);
        flatten(root, one, old, speech);
        flatten(root, other, now, speech);
        Set<String> places = new TreeSet<>(BY_NUMBER);
        places.addAll(old.keySet());
        places.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            if (!Objects.equals(old.get(place), now.get(place))) {
                changes.add(new Change(speech.place(place), old.get(place), now.get(place), place));
            }
        }
        return changes;
    }

    private static @Nullable JsonNode tree(JsonMapper json, @Nullable String text) {
        if (text == null || !(text.startsWith("{") || text.startsWith("["))) {
            return null;
        }
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void flatten(String place, @Nullable JsonNode node, TreeMap<String, String> into, Speech speech) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            place.isEmpty() ? each.getKey() : place + "/" + each.getKey(),
                            each.getValue(),
                            into,
                            speech));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            int number = 1;
            for (JsonNode each : node) {
                String key = each.path("key").asString("");
                flatten((place.isEmpty() ? "" : place + "/") + (key.isEmpty() ? number : key), each, into, speech);
                number++;
            }
        } else if (!node.isContainer() || !node.isEmpty()) {
            into.put(place, speech.value(place, node));
        }
    }
}
