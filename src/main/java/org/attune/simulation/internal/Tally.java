package org.attune.simulation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.decision.Decision;
import org.attune.decision.Recommendation;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.attune.simulation.Impact;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;

/** Counts what two strategies propose for the same moments. */
public final class Tally {
    private static final int SAMPLES = 12;

    private final Map<String, LocalText> labels = new HashMap<>();
    private final Map<String, String> issueOf = new HashMap<>();
    private final Map<String, int[]> actions = new HashMap<>();
    private final Map<String, int[]> issues = new HashMap<>();
    private final List<Impact.Sample> samples = new ArrayList<>();
    private int decided;
    private int skipped;
    private int changed;
    private int changedFirst;
    private int silentBefore;
    private int silentAfter;

    /** Nothing counted yet. */
    public Tally(Strategy before, Strategy after) {
        name(before);
        name(after);
    }

    private void name(Strategy strategy) {
        for (CompiledAction each : strategy.actions()) {
            labels.put(each.action().key(), each.action().title());
            issueOf.put(each.action().key(), each.issue().key());
            labels.put("issue " + each.issue().key(), each.issue().label());
        }
    }

    /** One that could not be decided again. */
    public void skip() {
        skipped++;
    }

    /** The same moment under both. */
    public void add(DecisionId id, Instant at, Channel channel, Decision before, Decision after) {
        List<Recommendation> one = before.recommendations();
        List<Recommendation> other = after.recommendations();
        decided++;
        silentBefore += one.isEmpty() ? 1 : 0;
        silentAfter += other.isEmpty() ? 1 : 0;
        count(one, 0);
        count(other, 1);
        List<String> was = keys(one);
        List<String> is = keys(other);
        if (was.equals(is)) {
            return;
        }
        changed++;
        boolean first = !was.stream().findFirst().equals(is.stream().findFirst());
        changedFirst += first ? 1 : 0;
        if (samples.size() < SAMPLES) {
            samples.add(new Impact.Sample(id, at, channel, titles(one), titles(other)));
        }
    }

    private void count(List<Recommendation> list, int side) {
        Set<String> seen = new LinkedHashSet<>();
        for (Recommendation each : list) {
            int[] counts = actions.computeIfAbsent(each.action(), key -> new int[4]);
            counts[side]++;
            counts[2 + side] += each.rank() == 1 ? 1 : 0;
            int[] ofIssue = issues.computeIfAbsent(each.issue(), key -> new int[4]);
            ofIssue[side] += seen.add(each.issue()) ? 1 : 0;
            ofIssue[2 + side] += each.rank() == 1 ? 1 : 0;
        }
    }

    private static List<String> keys(List<Recommendation> list) {
        return list.stream().map(Recommendation::action).toList();
    }

    private static List<LocalText> titles(List<Recommendation> list) {
        return list.stream().map(Recommendation::title).toList();
    }

    /** What came out. */
    public Impact impact() {
        return new Impact(
                decided,
                skipped,
                changed,
                changedFirst,
                silentBefore,
                silentAfter,
                shifts(actions, ""),
                shifts(issues, "issue "),
                samples);
    }

    private List<Impact.Shift> shifts(Map<String, int[]> counts, String prefix) {
        return counts.entrySet().stream()
                .map(each -> {
                    int[] n = each.getValue();
                    String key = each.getKey();
                    return new Impact.Shift(
                            key,
                            labels.getOrDefault(prefix + key, LocalText.same(key)),
                            prefix.isEmpty() ? issueOf.getOrDefault(key, "") : key,
                            n[0],
                            n[1],
                            n[2],
                            n[3]);
                })
                .filter(each -> each.before() != each.after() || each.firstBefore() != each.firstAfter())
                .sorted(Comparator.comparingInt((Impact.Shift each) -> -Math.abs(each.change()))
                        .thenComparing(Impact.Shift::key))
                .toList();
    }
}
