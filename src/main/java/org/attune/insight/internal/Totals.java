package org.attune.insight.internal;

import java.util.List;
import org.attune.history.ActionFigures;
import org.attune.history.Comparison;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.jspecify.annotations.Nullable;

/**
 * All actions together, as far as they compete with each other: without listening and without mandatory actions.
 *
 * @param controlPresented and the next: the same for the control arm
 * @param imported the part of the first three that was imported
 * @param compared accepted of presented, main arm against control, where the two can be compared
 */
public record Totals(
        long shown,
        long presented,
        long accepted,
        long controlPresented,
        long controlAccepted,
        ActionFigures.Imported imported,
        Comparison compared) {

    /** Adds up. */
    public static Totals of(List<ActionFigures> figures, Comparison compared, Names names) {
        long shown = 0;
        long presented = 0;
        long accepted = 0;
        long controlPresented = 0;
        long controlAccepted = 0;
        long importedShown = 0;
        long importedPresented = 0;
        long importedAccepted = 0;
        for (ActionFigures each : figures) {
            if (names.competes(each.action())) {
                shown += each.shown();
                presented += each.presented();
                accepted += each.accepted();
                controlPresented += each.control().presented();
                controlAccepted += each.control().accepted();
                importedShown += each.imported().shown();
                importedPresented += each.imported().presented();
                importedAccepted += each.imported().accepted();
            }
        }
        return new Totals(
                shown,
                presented,
                accepted,
                controlPresented,
                controlAccepted,
                new ActionFigures.Imported(importedShown, importedPresented, importedAccepted),
                compared);
    }

    /** Presented / shown: how often agents say what they are shown. Null when nothing was shown. */
    public @Nullable Double adherence() {
        return shown == 0 ? null : (double) presented / shown;
    }

    /** Accepted / presented, null when nothing was presented. */
    public @Nullable Double acceptance() {
        return presented == 0 ? null : (double) accepted / presented;
    }

    /** The 95 % interval of {@link #acceptance}. */
    public Rates.@Nullable Interval interval() {
        return Rates.wilson(accepted, presented);
    }

    /** What Attune ranked compared with the control arm, null when one side has no evidence. */
    public @Nullable Lift lift() {
        return compared.lift();
    }
}
