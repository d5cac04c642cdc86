package org.attune.channel.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be said when something is done with a revision. */
@Schema(name = "RevisionNote")
record RevisionBody(
        @Schema(description = "Why, for those who read it later", maxLength = 500) @Nullable
        String note,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown)
        implements Strict {

    static String note(@Nullable RevisionBody body) {
        String note = body == null || body.note == null ? "" : body.note.strip();
        new Checks().atMost(500, note, "note").done();
        return note;
    }
}
