package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.attune.history.ActionFigures;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.jspecify.annotations.Nullable;

/** How the actions did over a period; a bare list in JSON. */
record ActionTable(@JsonValue List<Row> rows) {

    /** One action. An offer counts once in each column it reached; the control arm counts only in the lift. */
    @Schema(name = "ActionRow")
    record Row(
            String action,
            String issue,
            long shown,
            long presented,
            long accepted,
            long declined,
            long notNow,
            long notOffered,
            long fulfilled,

            @Schema(
                    types = {"number", "null"},
                    description = "accepted / presented; null when nothing was presented")
            @Nullable
            Double acceptanceRate,

            @Schema(description = "95 % interval of the rate (Wilson): low, high; empty without a rate")
            List<Double> interval,

            @Schema(
                    types = {"number", "null"},
                    description =
                            "(main - control) / control of accepted / presented, protected customers and imported answers left out; null when one side has no evidence")
            @Nullable
            Double lift,

            @Schema(
                    description =
                            "95 % interval of the lift (delta method, by customer): low, high; empty without a lift")
            List<Double> liftInterval) {

        static Row of(ActionFigures f) {
            Rates.Interval interval = Rates.wilson(f.accepted(), f.presented());
            Lift lift = f.lift();
            return new Row(
                    f.action(),
                    f.issue(),
                    f.shown(),
                    f.presented(),
                    f.accepted(),
                    f.declined(),
                    f.notNow(),
                    f.notOffered(),
                    f.fulfilled(),
                    f.presented() == 0 ? null : (double) f.accepted() / f.presented(),
                    list(interval),
                    lift == null ? null : lift.value(),
                    list(lift == null ? null : lift.interval()));
        }

        private static List<Double> list(Rates.@Nullable Interval interval) {
            return interval == null ? List.of() : List.of(interval.low(), interval.high());
        }
    }
}
