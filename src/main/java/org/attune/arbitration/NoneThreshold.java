package org.attune.arbitration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The smallest propensity at which something is proposed in a situation; below it "propose nothing, listen" wins. Everything that is
 * given must match.
 *
 * @param issue only actions of this issue, null for all
 * @param threshold 0..1, in the place of the issue's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoneThreshold(
        @Nullable String issue,
        @Nullable String reason,
        @Nullable String state,
        @Nullable String journey,
        @Nullable String stage,
        @Nullable String volume,
        double threshold) {
    /** How many things it names: of several that hold, the one that names most counts. */
    public int precision() {
        return (int) Stream.of(issue, reason, state, journey, stage, volume)
                .filter(Objects::nonNull)
                .count();
    }
}
