package org.attune.customer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.attune.customer.Holding;
import org.attune.customer.internal.CustomerJson.Told;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/** What one row of the customer table says; changes by merging drafts into it. */
final class Profile {
    String displayName;
    Language language;
    List<String> phones = List.of();
    final TreeMap<String, Object> attributes = new TreeMap<>();
    final TreeMap<String, Told> told = new TreeMap<>();
    final TreeMap<String, Boolean> consents = new TreeMap<>();
    final TreeMap<String, String> preferences = new TreeMap<>();
    List<Holding> holdings = List.of();

    Profile(String displayName, Language language) {
        this.displayName = displayName;
        this.language = language;
    }

    /**
     * Takes over what the draft tells and returns the names (never the values) of what became different.
     *
     * @param by who told an attribute
     */
    List<String> merge(CheckedDraft draft, Function<String, Told> by) {
        List<String> changed = new ArrayList<>();
        displayName = take("displayName", displayName, draft.displayName(), changed);
        language = take("language", language, draft.language(), changed);
        phones = take("phones", phones, draft.phones(), changed);
        holdings = take("holdings", holdings, draft.holdings(), changed);
        for (String key : merge("attributes.", attributes, draft.attributes(), changed)) {
            if (attributes.containsKey(key)) {
                told.put(key, by.apply(key));
            } else {
                told.remove(key);
            }
        }
        merge("consents.", consents, draft.consents(), changed);
        merge("preferences.", preferences, draft.preferences(), changed);
        return changed;
    }

    private static <T> T take(String name, T before, @Nullable T after, List<String> changed) {
        if (after == null || after.equals(before)) {
            return before;
        }
        changed.add(name);
        return after;
    }

    @SuppressWarnings("unchecked")
    private static <V> List<String> merge(
            String prefix, Map<String, V> into, Map<String, @Nullable Object> from, List<String> changed) {
        List<String> keys = new ArrayList<>();
        from.forEach((key, value) -> {
            if (Objects.equals(into.get(key), value)) {
                return;
            }
            if (value == null) {
                into.remove(key);
            } else {
                into.put(key, (V) value);
            }
            keys.add(key);
            changed.add(prefix + key);
        });
        return keys;
    }
}
