package org.attune.arbitration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.attune.arbitration.engine.Priority;
import org.attune.catalog.Engagement;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Context weights and thresholds by situation. */
class SituationTest {
    private static final List<Place> PLACES = List.of(
            new Place("service", "billing", "bill-explained"),
            new Place("service", "technical", "line-test"),
            new Place("sales", "mobile", "data-upgrade"));

    private static final ContextFit CALM = new ContextFit("", Set.of(), Set.of());

    private int[] sums(ContextFit fit, ContextWeight... weights) {
        ContextWeights ready = new ContextWeights(List.of(weights), PLACES);
        int[] sums = new int[PLACES.size()];
        ready.sum(ready.matching(fit), sums);
        return sums;
    }

    @Test
    void theReasonOfCallMakesWhatBelongsToItMoreRelevant() {
        ContextWeight billing = new ContextWeight("billing", null, null, "service", "billing", null, 55);
        assertThat(sums(new ContextFit("billing", Set.of(), Set.of()), billing)).containsExactly(55, 0, 0);
        assertThat(sums(CALM, billing)).containsExactly(0, 0, 0);
    }

    @Test
    void journeyStageAndVolumeWeighToo() {
        ContextWeight joining =
                new ContextWeight(null, null, null, "onboarding", "first-bill", null, "service", null, null, 30);
        ContextWeight busy = new ContextWeight(null, null, null, null, null, "high", "sales", null, null, -80);
        ContextFit busyJoiner = new ContextFit(
                "",
                Set.of(),
                Set.of(),
                Map.of("onboarding", "first-bill"),
                ContextFit.volume(Map.of("volume", "high")));
        assertThat(sums(busyJoiner, joining, busy)).containsExactly(30, 30, -80);
        ContextFit later = new ContextFit("", Set.of(), Set.of(), Map.of("onboarding", "settled"), "normal");
        assertThat(sums(later, joining, busy)).containsExactly(0, 0, 0);
        assertThat(ContextFit.volume(Map.of("volume", "enormous"))).isEmpty();
    }

    @Test
    void aContextFactorNeverFallsBelowZero() {
        ContextWeight out = new ContextWeight("complaint", null, null, "sales", null, null, -100);
        ContextWeight more = new ContextWeight("complaint", null, null, null, null, "data-upgrade", -100);
        int[] sums = sums(new ContextFit("complaint", Set.of(), Set.of()), out, more);
        assertThat(Priority.context(sums[2])).isZero();
        assertThat(Priority.context(sums[0])).isOne();
    }

    @Test
    void aWeightThatNamesNoSituationAppliesToNothing() {
        assertThat(sums(CALM, new ContextWeight(null, null, null, "sales", null, null, 900)))
                .containsExactly(0, 0, 0);
    }

    @Test
    void preparedWeightsSayWhatEachWeightByItselfSays() {
        Random random = new Random(4);
        for (int world = 0; world < 300; world++) {
            List<ContextWeight> weights = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> weight(random))
                    .toList();
            ContextFit fit = new ContextFit(
                    pick(random, "", "billing", "leaving"),
                    Set.of(pick(random, "outage", "trip")),
                    Set.of(pick(random, "hardship", "dispute")),
                    random.nextBoolean() ? Map.of() : Map.of("move", pick(random, "before", "after")),
                    pick(random, "", "low", "high"));
            ContextWeights ready = new ContextWeights(weights, PLACES);
            int[] matching = ready.matching(fit);
            int[] sums = new int[PLACES.size()];
            ready.sum(matching, sums);
            for (int a = 0; a < sums.length; a++) {
                Place p = PLACES.get(a);
                List<ContextWeight> expected = weights.stream()
                        .filter(w -> fit.matches(w, p.issue(), p.group(), p.action()))
                        .toList();
                assertThat(sums[a])
                        .isEqualTo(expected.stream()
                                .mapToInt(ContextWeight::percent)
                                .sum());
                assertThat(ready.of(a, matching)).isEqualTo(expected);
            }
        }
    }

    @Test
    void theThresholdOfProposingNothingDependsOnTheSituation() {
        Issue service = issue("service", .05);
        Issue sales = issue("sales", .08);
        NoneThreshold complaint = new NoneThreshold(null, "complaint", null, null, null, null, .2);
        NoneThreshold salesComplaint = new NoneThreshold("sales", "complaint", null, null, null, null, .6);
        NoneThresholds ready = new NoneThresholds(List.of(complaint, salesComplaint), List.of(service, sales), PLACES);
        double[] thresholds = new double[3];
        ready.fill(CALM, thresholds);
        assertThat(thresholds).containsExactly(.05, .05, .08);
        ready.fill(new ContextFit("complaint", Set.of(), Set.of()), thresholds);
        assertThat(thresholds).containsExactly(.2, .2, .6);
    }

    @Test
    void amongEquallyPreciseThresholdsSilenceIsTheSaferMistake() {
        Issue service = issue("service", .05);
        NoneThresholds ready = new NoneThresholds(
                List.of(
                        new NoneThreshold(null, "complaint", null, null, null, null, .1),
                        new NoneThreshold(null, null, "bereavement", null, null, null, .3)),
                List.of(service),
                PLACES);
        assertThat(ready.of(service, new ContextFit("complaint", Set.of(), Set.of("bereavement"))))
                .isEqualTo(.3);
    }

    private static ContextWeight weight(Random random) {
        return new ContextWeight(
                maybe(random, "billing", "leaving"),
                maybe(random, "outage", "trip"),
                maybe(random, "hardship", "dispute"),
                maybe(random, "move", "move"),
                maybe(random, "before", "after"),
                maybe(random, "low", "high"),
                maybe(random, "service", "sales"),
                maybe(random, "billing", "mobile"),
                maybe(random, "line-test", "data-upgrade"),
                random.nextInt(200) - 100);
    }

    private static @Nullable String maybe(Random random, String... of) {
        return random.nextInt(3) > 0 ? null : pick(random, of);
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static Issue issue(String key, double threshold) {
        return new Issue(key, LocalText.same(key), .5, threshold, Lever.NONE, false, Engagement.NONE);
    }
}
