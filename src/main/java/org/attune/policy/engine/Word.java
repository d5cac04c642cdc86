package org.attune.policy.engine;

import org.jspecify.annotations.Nullable;

/** A text; null when it is not known. */
public abstract class Word {
    Word() {}

    abstract @Nullable String word(Slots slots);

    abstract void read(Slots slots, Reading reading);
}
