package org.attune.insight.ui;

import com.vaadin.flow.component.HasStyle;
import org.jspecify.annotations.Nullable;

/** A short quiet highlight of what has just changed. Two classes that look the same take turns, so that each change shows. */
final class Highlight {
    static final String FIRST = "fresh-a";
    static final String SECOND = "fresh-b";

    private Highlight() {}

    /** The class that follows. */
    static String after(@Nullable String before) {
        return FIRST.equals(before) ? SECOND : FIRST;
    }

    /** Highlights a component. */
    static void on(HasStyle component) {
        boolean first = component.hasClassName(FIRST);
        component.removeClassNames(FIRST, SECOND);
        component.addClassName(first ? SECOND : FIRST);
    }
}
