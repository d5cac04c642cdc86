package org.attune.decision.internal;

import java.time.Instant;
import java.util.Map;
import org.attune.kernel.InvalidException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a CSV file of past answers is read. Everything is optional; without a mapping the columns are {@code customer},
 * {@code action}, {@code outcome}, {@code occurredAt} and {@code channel}.
 *
 * @param customerTemplate makes the customer's reference from the row number, {@code bank-{row}}
 * @param action the action of every row, when there is no column for it
 * @param outcomes translates words of the file into outcomes
 * @param channel the channel of every row, when there is no column for it
 * @param occurredAt when the first row happened and how far apart the rows are, when there is no column for it
 */
record AnswerMapping(
        @Nullable String customerColumn,
        @Nullable String customerTemplate,
        @Nullable String actionColumn,
        @Nullable String action,
        @Nullable String outcomeColumn,
        @Nullable Map<String, String> outcomes,
        @Nullable String channelColumn,
        @Nullable String channel,
        @Nullable String occurredAtColumn,
        @Nullable Spread occurredAt) {
    /** Rows evenly spread over time. */
    record Spread(Instant from, long everySeconds) {}

    static AnswerMapping read(String json, JsonMapper mapper) {
        try {
            return mapper.readValue(json.isBlank() ? "{}" : json, AnswerMapping.class);
        } catch (JacksonException e) {
            throw new InvalidException("mapping", "The mapping cannot be read: " + e.getOriginalMessage());
        }
    }
}
