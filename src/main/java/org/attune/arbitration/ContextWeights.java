package org.attune.arbitration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Context weights made ready for one revision: each knows the actions it is about, so that a decision looks at each weight once and
 * touches only the actions of those that match.
 */
public final class ContextWeights {
    private final List<ContextWeight> weights;
    private final int[][] actions;

    /** Weights for actions in these places; an action is named by its index from here on. */
    public ContextWeights(List<ContextWeight> weights, List<Place> places) {
        this.weights = List.copyOf(weights);
        actions = new int[weights.size()][];
        int[] about = new int[places.size()];
        for (int i = 0; i < actions.length; i++) {
            int count = 0;
            for (int a = 0; a < about.length; a++) {
                Place place = places.get(a);
                if (weights.get(i).isAbout(place.issue(), place.group(), place.action())) {
                    about[count++] = a;
                }
            }
            actions[i] = Arrays.copyOf(about, count);
        }
    }

    /** Indices of the weights that name this situation, ascending. */
    public int[] matching(ContextFit fit) {
        int[] matching = new int[weights.size()];
        int count = 0;
        for (int i = 0; i < matching.length; i++) {
            if (fit.matches(weights.get(i))) {
                matching[count++] = i;
            }
        }
        return Arrays.copyOf(matching, count);
    }

    /**
     * The sum of matching weights of each action.
     *
     * @param matching what {@link #matching} answered
     * @param percents receives the sums, percent, by action
     */
    public void sum(int[] matching, int[] percents) {
        Arrays.fill(percents, 0);
        for (int each : matching) {
            int percent = weights.get(each).percent();
            for (int action : actions[each]) {
                percents[action] += percent;
            }
        }
    }

    /** The matching weights of one action, in the order of the document: for words, not for sums. */
    public List<ContextWeight> of(int action, int[] matching) {
        List<ContextWeight> of = new ArrayList<>();
        for (int each : matching) {
            if (Arrays.binarySearch(actions[each], action) >= 0) {
                of.add(weights.get(each));
            }
        }
        return of;
    }
}
