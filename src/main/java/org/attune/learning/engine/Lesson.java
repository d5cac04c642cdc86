package org.attune.learning.engine;

import org.jspecify.annotations.Nullable;

/** An answer that was read and waits to be learned; made and filled by a {@link LearningEngine}, used again and again. */
public final class Lesson {

    final Encoded x;
    final Grown grown = new Grown();

    @Nullable
    ModelPath path;

    double startingPropensity;
    boolean accepted;
    double weight;

    Lesson(Encoded x) {
        this.x = x;
    }

    /** Whom it is about; nobody may learn from it again. */
    ModelPath taken() {
        if (path == null) {
            throw new IllegalStateException("Nothing was read that could be learned");
        }
        ModelPath about = path;
        path = null;
        return about;
    }
}
