package org.attune.policy.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what a condition reads, by name. Made only when somebody asks why. */
public final class Reading {
    /** Stands for a value that is not known. */
    public static final String MISSING = "missing";
    /** Stands for a name that is not among those of a map that is known. */
    public static final String NONE = "none";

    private final List<String> names;
    private final Map<String, Object> values = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    /** Collects under these names, one for each slot. */
    public Reading(List<String> names) {
        this.names = names;
    }

    /** What was read: variables by name, entries as {@code signals['bill-missed']}. */
    public Map<String, Object> values() {
        return values;
    }

    /** The variables and entries that were needed and are not known. */
    public List<String> missing() {
        return missing;
    }

    void variable(int slot, Slots slots) {
        String name = names.get(slot);
        Object value = slots.value(slot);
        if (value == null) {
            missing(name);
        } else {
            values.put(name, value);
        }
    }

    /** An entry whose value is needed. */
    void entry(int slot, @Nullable String key, Slots slots) {
        Map<?, ?> map = slots.byName(slot);
        if (map == null || key == null) {
            missing(names.get(slot));
            return;
        }
        Object value = map.get(key);
        String name = names.get(slot) + "['" + key + "']";
        if (value == null) {
            missing(name);
        } else {
            values.put(name, value);
        }
    }

    /** An entry that may well be absent. */
    void optionalEntry(int slot, @Nullable String key, Slots slots) {
        Map<?, ?> map = slots.byName(slot);
        if (map != null && key != null && map.get(key) == null) {
            values.put(names.get(slot) + "['" + key + "']", NONE);
        } else {
            entry(slot, key, slots);
        }
    }

    /** A result that was worked out from an entry. */
    void derived(String name, double value) {
        values.put(name, value);
    }

    private void missing(String name) {
        values.put(name, MISSING);
        if (!missing.contains(name)) {
            missing.add(name);
        }
    }
}
