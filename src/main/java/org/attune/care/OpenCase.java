package org.attune.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an agent writes down when something begins.
 *
 * @param reason key of a {@link HardshipReason} or {@link NeedKind}, empty for other kinds
 * @param cycles billing cycles help is meant to last, null when unknown
 * @param endsOn last day; null for the usual one of its kind
 */
public record OpenCase(
        CaseKind kind,
        String reason,
        String note,
        CareCase.Visibility visibility,
        Consent consent,
        @Nullable Integer cycles,
        @Nullable LocalDate endsOn) {
    /** Something without further details. */
    public static OpenCase of(CaseKind kind, Consent consent) {
        return new OpenCase(kind, "", "", CareCase.Visibility.AGENTS, consent, null, null);
    }

    /** An application for help. */
    public static OpenCase hardship(HardshipReason reason, @Nullable Integer cycles, Consent consent) {
        return new OpenCase(CaseKind.HARDSHIP, reason.key(), "", CareCase.Visibility.AGENTS, consent, cycles, null);
    }
}
