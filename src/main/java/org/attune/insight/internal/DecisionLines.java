package org.attune.insight.internal;

import java.time.ZoneId;
import java.util.List;
import org.attune.history.ActionFigures;
import org.attune.history.DecisionLine;
import org.attune.history.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decisions behind a number, in pages. */
@Component
public class DecisionLines {
    private final Figures figures;
    private final ZoneId zone;

    DecisionLines(Figures figures, ZoneId zone) {
        this.figures = figures;
        this.zone = zone;
    }

    /**
     * Newest first.
     *
     * @param action null for all
     * @param column as {@link Figures#behind} knows it
     */
    public List<DecisionLine> page(Selection selection, @Nullable String action, String column, int offset, int limit) {
        return figures.behind(selection.filter(zone), action, column, offset, limit);
    }

    /** How many there are. */
    public int count(Selection selection, @Nullable String action, String column) {
        long count = figures.actions(selection.filter(zone)).stream()
                .filter(each -> action == null || each.action().equals(action))
                .mapToLong(each -> count(each, column))
                .sum();
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    private static long count(ActionFigures figures, String column) {
        return switch (column) {
            case "shown" -> figures.shown();
            case "presented" -> figures.presented();
            case "accepted" -> figures.accepted();
            case "declined" -> figures.declined();
            case "notNow" -> figures.notNow();
            case "notOffered" -> figures.notOffered();
            case "fulfilled" -> figures.fulfilled();
            case "controlPresented" -> figures.control().presented();
            case "controlAccepted" -> figures.control().accepted();
            case "importedShown" -> figures.imported().shown();
            case "importedPresented" -> figures.imported().presented();
            case "importedAccepted" -> figures.imported().accepted();
            default -> 0;
        };
    }
}
