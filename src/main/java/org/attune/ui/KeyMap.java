package org.attune.ui;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which key does what for one person.
 *
 * @param on whether single keys do anything
 * @param chosen the key of each command by its usual one
 */
public record KeyMap(boolean on, Map<String, String> chosen) implements Serializable {
    /** As it is for somebody who has changed nothing. */
    public static final KeyMap USUAL = new KeyMap(true, Map.of());

    public KeyMap {
        chosen = Map.copyOf(chosen);
    }

    /** What stands beside a command instead of its usual key; empty when nothing does. Ctrl+S, Esc and the like never change. */
    public String shown(String usual) {
        if (usual.length() != 1) {
            return usual;
        }
        return on ? chosen.getOrDefault(usual, usual) : "";
    }

    /** For the browser: the usual key by the pressed one, both lower case; empty when single keys are off. */
    String pressed() {
        Map<String, String> usual = new TreeMap<>();
        if (on) {
            chosen.forEach((key, mine) -> usual.put(lower(mine), lower(key)));
            for (int digit = 1; digit <= 9; digit++) {
                usual.put("" + digit, "" + digit);
            }
        }
        StringBuilder json = new StringBuilder("{");
        usual.forEach((mine, key) -> json.append(json.length() > 1 ? "," : "")
                .append(quoted(mine))
                .append(':')
                .append(quoted(key)));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
