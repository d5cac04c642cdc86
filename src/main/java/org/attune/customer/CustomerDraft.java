package org.attune.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells about a customer; replaces what that source told before. A null part is left as it was.
 *
 * @param phones in any usual writing; kept as E.164
 * @param attributes values as JSON gives them; unknown names are refused by name
 * @param states the states the customer is in now: those missing end, those new begin
 */
public record CustomerDraft(
        String ref,
        @Nullable String displayName,
        @Nullable Language language,
        @Nullable List<String> phones,
        @Nullable Map<String, Object> attributes,
        @Nullable Map<String, Boolean> consents,
        @Nullable Map<String, String> preferences,
        @Nullable List<Holding> holdings,
        @Nullable List<StateDraft> states) {
    /** A state as told; {@code since} null means now. */
    public record StateDraft(
            CustomerState state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String note) {}
}
