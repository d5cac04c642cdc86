package org.attune.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * As much of a page as a browser without a screen needs: which elements tell something by themselves when they appear or close, which
 * scripts are to be answered, and where what will be called or clicked is.
 */
final class Elements {
    private static final int PROPERTIES = 1;
    private static final int LISTENERS = 4;
    private static final int CLASSES = 11;
    /** Elements that have just been made tell their listeners of these. */
    private static final Set<String> TOLD_AT_FIRST =
            Set.of("opened-changed", "value-changed", "filter-changed", "checked-changed", "indeterminate-changed");

    private final Set<Long> dialogs = new HashSet<>();
    private final Map<String, Long> places = new HashMap<>();
    private int cards;

    /** Takes a message in; what the page tells the server because of it. */
    synchronized List<Map<String, Object>> take(JsonNode message) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode change : message.path("changes")) {
            change(change, change.path("node").asLong(), answers);
        }
        for (JsonNode script : message.path("execute")) {
            execute(script, answers);
        }
        int shown = message.toString().split("\"action-card\"", -1).length - 1;
        cards = shown > 0 ? shown : cards;
        return answers;
    }

    private void change(JsonNode change, long node, List<Map<String, Object>> answers) {
        int feature = change.path("feat").asInt(-1);
        String key = change.path("key").asString("");
        if (feature == 0
                && key.equals("tag")
                && change.path("value").asString("").equals("vaadin-dialog")) {
            dialogs.add(node);
        } else if (feature == PROPERTIES
                && key.equals("opened")
                && !change.path("value").asBoolean()) {
            if (dialogs.remove(node)) {
                answers.add(Map.of("type", "event", "node", node, "event", "closed"));
            }
        } else if (feature == LISTENERS && TOLD_AT_FIRST.contains(key)) {
            answers.add(event(node, key, Map.of()));
        } else if (feature == CLASSES) {
            change.path("add").forEach(each -> places.put(each.asString(""), node));
        }
    }

    private void execute(JsonNode script, List<Map<String, Object>> answers) {
        String code = script.path(script.size() - 1).asString("");
        if (code.contains("attuneDesk.start")) {
            places.put("desk", script.path(script.size() - 2).path("@v-node").asLong());
        } else if (code.contains("bench-empty")) {
            places.put("empty", script.path(script.size() - 2).path("@v-node").asLong());
        }
        // Scripts whose outcome is awaited bring two ways back, for success and for an error. A field that draws its
        // lines by a
        // script hands over one as well, for clicks, and awaits nothing.
        for (int i = 0; i < script.size() - 2; i++) {
            JsonNode success = script.path(i).path("@v-return");
            if (success.isArray() && script.path(i + 1).path("@v-return").isArray()) {
                Object value =
                        code.contains("attuneDesk.idle") ? List.of(true) : java.util.Collections.singletonList(null);
                answers.add(Map.of(
                        "type",
                        "channel",
                        "node",
                        success.path(0).asLong(),
                        "channel",
                        success.path(1).asLong(),
                        "args",
                        value));
            }
        }
    }

    static Map<String, Object> event(long node, String name, Map<String, Object> data) {
        return Map.of("type", "event", "node", node, "event", name, "data", data);
    }

    /** The element with a class that came last, the desk's or the empty view's. */
    synchronized long place(String name) {
        Long node = places.get(name);
        if (node == null) {
            throw new IllegalStateException("The page has no " + name + ".");
        }
        return node;
    }

    /** How many cards of actions the last list had that was shown. */
    synchronized int cards() {
        return cards;
    }
}
