package org.attune.ui;

import com.vaadin.flow.component.html.Span;

/** A word in a small coloured field. */
public class Badge extends Span {
    private static final long serialVersionUID = 1L;

    /** What the colour says; the word says it too. */
    public enum Kind {
        NEUTRAL,
        ACCENT,
        GOOD,
        WARN,
        BAD,
        PROTECTED,
        INFO
    }

    public Badge(String text, Kind kind) {
        super(text);
        addClassNames("badge", "badge-" + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    public Badge(String text) {
        this(text, Kind.NEUTRAL);
    }

    /** With an icon before the word. */
    public Badge(Icons icon, String text, Kind kind) {
        this("", kind);
        add(icon.create(), new Span(text));
    }
}
