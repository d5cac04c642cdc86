package org.attune.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Sensitivity;
import org.attune.kernel.LocalText;
import org.attune.policy.engine.Slots;
import org.jspecify.annotations.Nullable;

/** The names that rules may read under one version of the dictionary, each with its type and its slot. Immutable. */
final class Variables {
    /** What a variable holds. */
    enum Kind {
        NUMBER(SimpleType.DOUBLE),
        YES_NO(SimpleType.BOOL),
        WORD(SimpleType.STRING),
        WORDS(ListType.create(SimpleType.STRING)),
        NUMBER_BY_NAME(MapType.create(SimpleType.STRING, SimpleType.INT)),
        YES_NO_BY_NAME(MapType.create(SimpleType.STRING, SimpleType.BOOL)),
        WORD_BY_NAME(MapType.create(SimpleType.STRING, SimpleType.STRING)),
        ANYTHING_BY_NAME(MapType.create(SimpleType.STRING, SimpleType.DYN));

        final CelType type;

        Kind(CelType type) {
            this.type = type;
        }
    }

    private static final Map<String, Kind> FIXED = fixed();

    private final List<String> names = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, LocalText> labels = new HashMap<>();
    private final Set<String> protectedNames = new TreeSet<>();
    private final BitSet inUse = new BitSet();

    /** The variables under a dictionary. */
    Variables(AttributeDictionary dictionary) {
        this(dictionary, null);
    }

    /** The variables under a dictionary; those that were there before keep their slots. */
    Variables(AttributeDictionary dictionary, @Nullable Variables before) {
        if (before != null) {
            names.addAll(before.names);
            kinds.addAll(before.kinds);
        }
        FIXED.forEach((name, kind) -> add(name, kind, before));
        for (AttributeDefinition each : dictionary.all()) {
            if (each.sensitivity() == Sensitivity.PROTECTED) {
                protectedNames.add(each.key());
            } else if (!slots.containsKey(each.key())) {
                add(each.key(), kind(each), before);
                labels.put(each.key(), each.label());
            }
        }
        slots.values().forEach(inUse::set);
    }

    private void add(String name, Kind kind, @Nullable Variables before) {
        if (before != null && before.kind(name) == kind) {
            slots.put(name, before.slot(name));
        } else {
            slots.put(name, names.size());
            names.add(name);
            kinds.add(kind);
        }
    }

    /** Whether what stood at these slots still stands there. */
    boolean have(BitSet read) {
        BitSet gone = (BitSet) read.clone();
        gone.andNot(inUse);
        return gone.isEmpty();
    }

    /** Names by slot; a name that is gone keeps its slot. */
    List<String> names() {
        return names;
    }

    /** The kind of a variable, null when there is none of that name. */
    @Nullable
    Kind kind(String name) {
        Integer slot = slots.get(name);
        return slot == null ? null : kinds.get(slot);
    }

    int slot(String name) {
        Integer slot = slots.get(name);
        return slot == null ? -1 : slot;
    }

    /** The names in use. */
    Set<String> current() {
        return slots.keySet();
    }

    /** What people call a variable. */
    LocalText label(String name) {
        return labels.getOrDefault(name, LocalText.same(name));
    }

    /** Whether an attribute of this name exists that rules may not read. */
    boolean isProtected(String name) {
        return protectedNames.contains(name);
    }

    /** Puts each value at its slot; a value of another type than declared is not known. */
    Slots fill(Map<String, Object> values) {
        Slots filled = new Slots(names.size());
        for (int slot = 0; slot < names.size(); slot++) {
            Object value = inUse.get(slot) ? values.get(names.get(slot)) : null;
            switch (kinds.get(slot)) {
                case NUMBER -> {
                    if (value instanceof Number number) {
                        filled.set(slot, number.doubleValue());
                    }
                }
                case YES_NO -> {
                    if (value instanceof Boolean truth) {
                        filled.set(slot, truth);
                    }
                }
                case WORD -> {
                    if (value instanceof String word) {
                        filled.set(slot, word);
                    }
                }
                case WORDS -> {
                    if (value instanceof Collection<?> words) {
                        filled.set(slot, words);
                    }
                }
                case NUMBER_BY_NAME, YES_NO_BY_NAME, WORD_BY_NAME, ANYTHING_BY_NAME -> {
                    if (value instanceof Map<?, ?> byName) {
                        filled.set(slot, byName);
                    }
                }
            }
        }
        return filled;
    }

    private static Kind kind(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.YES_NO;
            case CATEGORY, DATE -> Kind.WORD;
        };
    }

    private static Map<String, Kind> fixed() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("states", Kind.WORDS);
        kinds.put("holdings", Kind.WORDS);
        kinds.put("signals", Kind.NUMBER_BY_NAME);
        kinds.put("signal_count", Kind.NUMBER_BY_NAME);
        kinds.put("accepted", Kind.NUMBER_BY_NAME);
        kinds.put("declined", Kind.NUMBER_BY_NAME);
        kinds.put("accepted_90", Kind.NUMBER_BY_NAME);
        kinds.put("declined_30", Kind.NUMBER_BY_NAME);
        kinds.put("presented_30", Kind.NUMBER_BY_NAME);
        kinds.put("last_contact_days", Kind.NUMBER_BY_NAME);
        kinds.put("consents", Kind.YES_NO_BY_NAME);
        kinds.put("preferences", Kind.WORD_BY_NAME);
        kinds.put("journeys", Kind.WORD_BY_NAME);
        kinds.put("stage_days", Kind.NUMBER_BY_NAME);
        kinds.put("context", Kind.ANYTHING_BY_NAME);
        kinds.put("reason", Kind.WORD);
        kinds.put("channel", Kind.WORD);
        kinds.put("language", Kind.WORD);
        kinds.put(Facts.SIGNAL_AGES, Kind.ANYTHING_BY_NAME);
        return kinds;
    }
}
