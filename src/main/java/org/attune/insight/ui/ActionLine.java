package org.attune.insight.ui;

import java.util.EnumMap;
import java.util.Map;
import org.attune.insight.internal.ActionRow;
import org.attune.insight.internal.ActionRow.Count;
import org.jspecify.annotations.Nullable;

/**
 * A row of the grid: the figures, and which of them have just changed.
 *
 * @param placed the figures by which the row got its place; it keeps it while newer ones come in
 * @param fresh the highlight of each count, none for most
 */
record ActionLine(ActionRow row, ActionRow placed, Map<Count, String> fresh) {

    /** A row as it is first shown. */
    static ActionLine of(ActionRow row) {
        return new ActionLine(row, row, Map.of());
    }

    /** The same action with newer figures. */
    ActionLine next(ActionRow newer) {
        Map<Count, String> changed = new EnumMap<>(Count.class);
        for (Count column : Count.values()) {
            if (newer.count(column) != row.count(column)) {
                changed.put(column, Highlight.after(fresh.get(column)));
            }
        }
        return new ActionLine(newer, placed, changed);
    }

    /** The same row, ready for the place its figures give it. */
    ActionLine placedAnew() {
        return new ActionLine(row, row, fresh);
    }

    /** The highlight of a count, empty without one. */
    String fresh(Count column) {
        @Nullable String name = fresh.get(column);
        return name == null ? "" : name;
    }

    String key() {
        return row.key();
    }
}
