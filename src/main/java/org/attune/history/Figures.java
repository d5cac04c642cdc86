package org.attune.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Counts over the log for the insight pages and the API. */
@Service
public class Figures {

    /** One row per action that was shown at least once, NONE ({@code none}) included, in the order of their keys. */
    public List<ActionFigures> actions(FigureFilter filter) {
        throw new IllegalStateException("being built");
    }

    /**
     * The decisions behind a number, newest first.
     *
     * @param action null for all
     * @param column {@code shown}, {@code presented}, {@code accepted}, {@code declined}, {@code notNow}, {@code notOffered} or
     *     {@code fulfilled}
     */
    public List<DecisionLine> behind(
            FigureFilter filter, @Nullable String action, String column, int offset, int limit) {
        throw new IllegalStateException("being built");
    }
}
