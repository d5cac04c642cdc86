package org.attune.learning;

import java.util.List;
import java.util.Optional;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.EngineSettings.Expert;

/**
 * One way to set the engine, by name. Names are part of the log's history: what a name stands for changes with the version of
 * Attune only, and the change is noted.
 *
 * @param exact whether the contributions that explain a score add up to it exactly; only such engines may score hardship and
 *     collections
 */
public record EngineVariant(String key, EngineSettings settings, boolean exact) {

    /** What Attune comes with. */
    public static final EngineVariant STANDARD = new EngineVariant("standard", EngineSettings.defaults(), true);

    private static final List<EngineVariant> ALL = List.of(
            STANDARD,
            new EngineVariant("brisk", forgetting(EngineSettings.defaults(), 4), true),
            new EngineVariant("steady", forgetting(EngineSettings.defaults(), 0), true));

    /** All that there are, the usual one first: one that forgets faster, and one that never forgets. */
    public static List<EngineVariant> all() {
        return ALL;
    }

    /** One by its name. */
    public static Optional<EngineVariant> of(String key) {
        return ALL.stream().filter(each -> each.key.equals(key)).findFirst();
    }

    /** The same engine whose experts, calibration and mixture forget so many times faster. */
    private static EngineSettings forgetting(EngineSettings base, double times) {
        List<Expert> experts = base.experts().stream()
                .map(each -> new Expert(
                        each.encoding(), each.prior(), Math.min(0.1, each.drift() * times), each.pairs(), each.joint()))
                .toList();
        return new EngineSettings(
                experts,
                base.intercept(),
                base.globalIntercept(),
                Math.min(0.1, base.share() * times),
                base.trust(),
                base.calibration(),
                Math.min(0.1, base.calibrationDrift() * times),
                base.coldStart(),
                base.thompson(),
                base.maxBins(),
                base.splitAfter(),
                base.maxCategories(),
                base.maxPredictors());
    }
}
