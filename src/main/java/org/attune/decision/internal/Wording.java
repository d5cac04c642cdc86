package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.arbitration.engine.Draws;
import org.attune.arbitration.engine.TreatmentChoice;
import org.attune.catalog.Action;
import org.attune.catalog.Treatment;
import org.attune.customer.Wishes;
import org.attune.decision.Recommendation.ChosenBy;
import org.attune.kernel.Tone;
import org.attune.learning.TreatmentModel;
import org.attune.policy.Protection;

/**
 * Chooses the wording: the tone asked for, else the customer's own, else gentle for a protected customer, else the one that was
 * answered best, else neutral. Where the action lacks the tone that is wanted, the nearest one stands in, and says so.
 */
final class Wording {
    /** A wording and why it stands where it does. */
    record Choice(Treatment treatment, ChosenBy why) {}

    private final TreatmentModel answers;
    private final long position;
    private final Moment moment;
    private final Protection protection;

    Wording(TreatmentModel answers, long position, Moment moment, Protection protection) {
        this.answers = answers;
        this.position = position;
        this.moment = moment;
        this.protection = protection;
    }

    /** All wordings of an action, the chosen one first, the others by how near their tone is to it. */
    List<Choice> choose(Action action) {
        List<Treatment> all = action.treatments();
        if (all.isEmpty()) {
            return List.of();
        }
        Tone asked = moment.request().tone();
        Tone own = Wishes.of(moment.customer()).tone();
        if (asked != null) {
            return inTone(all, asked, ChosenBy.ASKED);
        }
        if (own != null) {
            return inTone(all, own, ChosenBy.PREFERENCE);
        }
        if (protection.guarded()) {
            return inTone(all, Tone.GENTLE, ChosenBy.PROTECTION);
        }
        int best = learned(action.key(), all);
        return best < 0 ? inTone(all, Tone.NEUTRAL, ChosenBy.USUAL) : ordered(all, all.get(best), ChosenBy.LEARNED);
    }

    private int learned(String action, List<Treatment> all) {
        long[] accepted = new long[all.size()];
        long[] answered = new long[all.size()];
        for (int i = 0; i < accepted.length; i++) {
            TreatmentModel.Counts counts =
                    answers.counts(position, action, all.get(i).key());
            accepted[i] = counts.accepted();
            answered[i] = counts.answers();
        }
        boolean explore = protection.explores() && !moment.guarded();
        long seed = Draws.seed(moment.seed(), Draws.hash(action), Draws.hash("treatment"));
        return TreatmentChoice.best(accepted, answered, explore, seed);
    }

    private static List<Choice> inTone(List<Treatment> all, Tone tone, ChosenBy why) {
        Treatment nearest = all.stream()
                .min(Comparator.comparingInt(each -> distance(each.tone(), tone)))
                .orElseThrow();
        return ordered(all, nearest, nearest.tone() == tone ? why : ChosenBy.NEAREST);
    }

    private static List<Choice> ordered(List<Treatment> all, Treatment first, ChosenBy why) {
        List<Treatment> others = new ArrayList<>(all);
        others.remove(first);
        others.sort(Comparator.comparingInt(each -> distance(each.tone(), first.tone())));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(first, why));
        others.forEach(each -> choices.add(new Choice(each, ChosenBy.OTHER)));
        return choices;
    }

    private static int distance(Tone a, Tone b) {
        return Math.abs(a.ordinal() - b.ordinal());
    }
}
