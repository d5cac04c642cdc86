package org.attune.policy.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry whose type nobody declared; null when it is not known. */
public final class OpenValue {
    private final int slot;
    private final Word key;

    /** The entry with this key of the map in a slot. */
    public OpenValue(int slot, Word key) {
        this.slot = slot;
        this.key = key;
    }

    @Nullable
    Object value(Slots slots) {
        Map<?, ?> map = slots.byName(slot);
        String name = key.word(slots);
        return map == null || name == null ? null : map.get(name);
    }

    void read(Slots slots, Reading reading) {
        key.read(slots, reading);
        reading.entry(slot, key.word(slots), slots);
    }
}
