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

    /** Of inverse gap weighting at the usual scale of one half, as measured in docs/benchmarks.md. */
    private static final double STRENGTH = 30;

    private static final double FLOOR = 0.02;
    private static final double USUAL = 0.5;

    /**
     * The rule of a decision.
     *
     * @param scale how much is tried out, 0 (nothing) to 1
     */
    public Exploration rule(double scale) {
        if (scale <= 0) {
            return Exploration.NONE;
        }
        return switch (this) {
            case POSTERIOR -> new PosteriorSampling(scale);
            case INVERSE_GAP -> new InverseGap(Math.min(1000, STRENGTH * USUAL / scale), FLOOR * scale / USUAL);
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
