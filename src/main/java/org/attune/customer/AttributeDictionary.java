package org.attune.customer;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All attribute definitions at one moment, by key. Immutable. */
public final class AttributeDictionary {
    private final SortedMap<String, AttributeDefinition> byKey = new TreeMap<>();

    public AttributeDictionary(Collection<AttributeDefinition> definitions) {
        definitions.forEach(each -> byKey.put(each.key(), each));
    }

    /** The definition of a key, null when there is none. */
    public @Nullable AttributeDefinition find(String key) {
        return byKey.get(key);
    }

    /** All definitions, in the order of their keys. */
    public Collection<AttributeDefinition> all() {
        return java.util.Collections.unmodifiableCollection(byKey.values());
    }
}
