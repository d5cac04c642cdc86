package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.ActionClass;
import org.attune.decision.FirstPlace;

/** Reads who could have come first from what is left of a deliberation. */
final class Contest {
    private Contest() {}

    /** @param candidates as the main arm ranked them */
    static FirstPlace of(List<Candidate> candidates) {
        List<Candidate> passed = candidates.stream()
                .filter(each -> each.stands() || each.stop == Stop.THRESHOLD)
                .toList();
        long band = passed.stream().filter(Contest::mandatory).count();
        List<FirstPlace.Chance> chances = new ArrayList<>(passed.size());
        boolean silent = true;
        for (Candidate each : passed) {
            double byChance = band == 0 ? 1.0 / passed.size() : mandatory(each) ? 1.0 / band : 0;
            double first = each.stands() ? each.selectionProbability : 0;
            silent &= !each.stands();
            chances.add(new FirstPlace.Chance(each.action(), first, byChance, each.propensity));
        }
        return new FirstPlace(chances, silent ? 1 : 0);
    }

    private static boolean mandatory(Candidate each) {
        return each.compiled.action().actionClass() == ActionClass.MANDATORY;
    }
}
