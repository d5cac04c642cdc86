package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.attune.strategy.DocumentChange;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.RevisionState;
import org.attune.strategy.RevisionStep;
import org.jspecify.annotations.Nullable;

/** A revision as a client reads it. */
@Schema(name = "Revision")
record RevisionAnswer(
        long number,
        RevisionState state,

        @Schema(description = "The revision it was made from; 0 for none")
        long base,

        String note,
        String author,
        Instant at,

        @Schema(description = "Whether publishing merged it with what had become live meanwhile")
        boolean merged,

        @Schema(description = "What was done with it, oldest first")
        List<Step> steps) {

    /** Something that was done with it. */
    @Schema(name = "RevisionStep")
    record Step(RevisionStep.Kind step, String who, Instant at, String note) {}

    /** Several revisions, newest first. */
    @Schema(name = "Revisions")
    record Page(List<RevisionAnswer> revisions) {}

    /** What differs between two revisions. */
    @Schema(name = "RevisionDifference")
    record Difference(
            @Schema(description = "The newer one") long revision,

            @Schema(description = "The one it is held against; 0 is the empty one")
            long against,

            List<Change> changes) {}

    /** One thing that differs. */
    @Schema(name = "RevisionChange")
    record Change(
            @Schema(description = "Such as actions[payment-pause].title.en; what is new or gone stands as a whole")
            String place,

            @Schema(allowableValues = {"added", "changed", "removed"})
            String kind,

            @Schema(description = "null when it is new") @Nullable
            Object before,

            @Schema(description = "null when it is gone") @Nullable
            Object after) {
        static Change of(DocumentChange change) {
            return new Change(change.place(), change.kind(), change.before(), change.after());
        }
    }

    static RevisionAnswer of(RevisionInfo info) {
        return new RevisionAnswer(
                info.number(),
                info.state(),
                info.base(),
                info.note(),
                info.who(),
                info.at(),
                info.merged(),
                info.steps().stream()
                        .map(step -> new Step(step.kind(), step.who(), step.at(), step.note()))
                        .toList());
    }
}
