package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.attune.decision.Replay;

/** What came out when a decision was taken again. */
@Schema(name = "Replay")
record ReplayAnswer(
        @Schema(description = "Whether every stage, rank and score is the same to the last bit")
        boolean identical,

        @Schema(description = "What is not, at most 100") List<DifferenceAnswer> differences) {

    /** One difference. */
    @Schema(name = "Difference")
    record DifferenceAnswer(
            @Schema(description = "The action; empty for the decision as a whole")
            String action,

            @Schema(description = "The field") String what,
            String recorded,
            String replayed) {}

    static ReplayAnswer of(Replay replay) {
        return new ReplayAnswer(
                replay.identical(),
                replay.differences().stream()
                        .map(d -> new DifferenceAnswer(d.action(), d.what(), d.recorded(), d.replayed()))
                        .toList());
    }
}
