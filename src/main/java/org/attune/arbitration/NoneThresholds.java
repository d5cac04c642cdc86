package org.attune.arbitration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Issue;

/** Thresholds of NONE made ready for one revision: the issue's own, or the most precise one that holds in the situation. */
public final class NoneThresholds {
    private final List<Issue> issues;
    private final List<NoneThreshold> precise;
    private final int[] issueOf;

    /** Thresholds for actions in these places; an action is named by its index from here on. */
    public NoneThresholds(List<NoneThreshold> thresholds, List<Issue> issues, List<Place> places) {
        this.issues = List.copyOf(issues);
        // The most precise first; among equals the higher one, since silence is the safer mistake.
        precise = new ArrayList<>(thresholds);
        precise.sort(Comparator.comparingInt(NoneThreshold::precision)
                .thenComparingDouble(NoneThreshold::threshold)
                .reversed());
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < issues.size(); i++) {
            index.put(issues.get(i).key(), i);
        }
        issueOf = places.stream()
                .mapToInt(place -> index.getOrDefault(place.issue(), -1))
                .toArray();
    }

    /**
     * The threshold of each action in a situation.
     *
     * @param thresholds receives them, 0..1, by action
     */
    public void fill(ContextFit fit, double[] thresholds) {
        double[] byIssue = new double[issues.size()];
        for (int i = 0; i < byIssue.length; i++) {
            byIssue[i] = of(issues.get(i), fit);
        }
        Arrays.setAll(thresholds, action -> issueOf[action] < 0 ? 0 : byIssue[issueOf[action]]);
    }

    /** The threshold of an issue in a situation. */
    public double of(Issue issue, ContextFit fit) {
        for (NoneThreshold each : precise) {
            if ((each.issue() == null || each.issue().equals(issue.key())) && fit.matches(each)) {
                return each.threshold();
            }
        }
        return issue.noneThreshold();
    }
}
