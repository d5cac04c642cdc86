package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attune.access.Role;
import org.attune.care.engine.HelpTerm;
import org.attune.care.engine.SlaClock;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer goes through, as an object with dates.
 *
 * @param reason key of a {@link HardshipReason} or {@link NeedKind}, empty for other kinds
 * @param note what to take care of, in the agent's words; for discreet contact the safe way to reach the customer
 * @param visibility who may read reason and note
 * @param consent how the customer agreed, null where it is not needed
 * @param endsOn last day; it then ends by itself
 * @param cycles billing cycles help is meant to last, null when unknown
 */
public record CareCase(
        CaseId id,
        CustomerId customer,
        CaseKind kind,
        String reason,
        String note,
        Visibility visibility,
        @Nullable String consent,
        LocalDate openedOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer cycles,
        @Nullable LocalDate reviewFrom,
        @Nullable LocalDate reviewTo,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate assessBy,
        @Nullable LocalDate assessedOn,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate answeredOn,
        @Nullable String outcome,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {
    /** Who may read what is personal in it. */
    public enum Visibility implements Keyed {
        AGENTS,
        SUPERVISORS;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it runs on a day. */
    public boolean openOn(LocalDate day) {
        return closedAt == null && (endsOn == null || !day.isAfter(endsOn));
    }

    /** What must be done by when; the assessment comes before the answer. */
    public List<SlaClock> clocks() {
        List<SlaClock> clocks = new ArrayList<>();
        if (assessBy != null) {
            clocks.add(new SlaClock("assessment", assessBy, assessedOn));
        }
        if (answerBy != null) {
            clocks.add(new SlaClock("answer", answerBy, answeredOn));
        }
        if (reviewTo != null) {
            clocks.add(new SlaClock("review", reviewTo, reviewedOn));
        }
        return clocks;
    }

    /** Short or long help, null when nobody has said how long. */
    public @Nullable HelpTerm term() {
        return cycles == null ? null : HelpTerm.of(cycles);
    }

    /** The same as a role may see it: what is personal is blank for those who may not read it. */
    public CareCase as(Role role) {
        boolean reads = visibility == Visibility.AGENTS && role != Role.ADMIN || role == Role.SUPERVISOR;
        return reads
                ? this
                : new CareCase(
                        id,
                        customer,
                        kind,
                        "",
                        "",
                        visibility,
                        consent,
                        openedOn,
                        endsOn,
                        cycles,
                        reviewFrom,
                        reviewTo,
                        reviewedOn,
                        assessBy,
                        assessedOn,
                        answerBy,
                        answeredOn,
                        outcome,
                        openedBy,
                        openedAt,
                        closedBy,
                        closedAt);
    }
}
