package org.attune.arbitration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.arbitration.engine.Exploration;
import org.attune.arbitration.engine.InverseGap;
import org.attune.arbitration.engine.PosteriorSampling;
import org.attune.kernel.Keyed;

/** How things are tried out. The first is the default, because it earned most when both were measured. */
public enum ExplorationMethod implements Keyed {
    /** Each propensity is drawn from what the models believe: the less is known, the more is tried. */
    POSTERIOR,
    /** Chances fall with the distance to the best, by a closed form, and a floor stays for ever. */
    INVERSE_GAP;

    /** The scale at which the following hold, as measured in docs/benchmarks.md. */
    public static final double USUAL = 0.5;

    private static final double DEVIATIONS = 0.7;
    private static final double POSTERIOR_FLOOR = 0.002;
    private static final double STRENGTH = 120;
    private static final double GAP_FLOOR = 0.02;

    /**
     * The rule of a decision.
     *
     * @param scale how much is tried out, 0 (nothing) to 1; {@link #USUAL} is usual
     */
    public Exploration rule(double scale) {
        if (scale <= 0) {
            return Exploration.NONE;
        }
        double times = Math.min(1, scale) / USUAL;
        return switch (this) {
            case POSTERIOR -> new PosteriorSampling(DEVIATIONS * times, POSTERIOR_FLOOR * times);
            case INVERSE_GAP -> new InverseGap(Math.min(1000, STRENGTH / times), GAP_FLOOR * times);
        };
    }

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The method of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static ExplorationMethod of(String key) {
        return Keyed.of(ExplorationMethod.class, "explorationMethod", key);
    }
}
