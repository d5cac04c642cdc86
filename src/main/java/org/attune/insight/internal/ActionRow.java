package org.attune.insight.internal;

import org.attune.history.ActionFigures;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.learning.ModelFigures;
import org.jspecify.annotations.Nullable;

/**
 * One action over a period, with its model as it is now.
 *
 * @param model null before the first answer
 */
public record ActionRow(
        String key,
        String title,
        String issue,
        String issueLabel,
        ActionFigures figures,
        @Nullable ModelFigures model) {

    /** The counts that open the decisions behind them, by the names the log knows them by. */
    public enum Count {
        SHOWN("shown"),
        PRESENTED("presented"),
        ACCEPTED("accepted"),
        DECLINED("declined"),
        NOT_NOW("notNow"),
        NOT_OFFERED("notOffered");

        private final String key;

        Count(String key) {
            this.key = key;
        }

        /** The name in addresses. */
        public String key() {
            return key;
        }
    }

    /** A count. */
    public long count(Count column) {
        return switch (column) {
            case SHOWN -> figures.shown();
            case PRESENTED -> figures.presented();
            case ACCEPTED -> figures.accepted();
            case DECLINED -> figures.declined();
            case NOT_NOW -> figures.notNow();
            case NOT_OFFERED -> figures.notOffered();
        };
    }

    /** Accepted / presented, null when nothing was presented. */
    public @Nullable Double acceptance() {
        return figures.presented() == 0 ? null : (double) figures.accepted() / figures.presented();
    }

    /** The 95 % interval of {@link #acceptance}. */
    public Rates.@Nullable Interval interval() {
        return Rates.wilson(figures.accepted(), figures.presented());
    }

    /** Compared with the control arm, null when one side has no evidence. */
    public @Nullable Lift lift() {
        return figures.lift();
    }

    /** How well the model tells people apart, null when it cannot be said yet. */
    public @Nullable Double auc() {
        return model == null || Double.isNaN(model.auc()) ? null : model.auc();
    }
}
