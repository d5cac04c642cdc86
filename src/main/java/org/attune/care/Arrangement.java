package org.attune.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.care.engine.Capacity;
import org.attune.care.engine.Frequency;
import org.attune.care.engine.PlanCalculator.Beyond;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a customer and the company agreed on.
 *
 * @param instalment cents
 * @param arrears what was owed when it was agreed, cents
 * @param capacity what the budget left at that time
 * @param beyond why a second person had to agree; empty when nobody had to
 * @param reason what the agent wrote, empty when nothing
 * @param language in which they wrote it, null when nobody knows
 * @param endedAt when it was broken, completed or cancelled
 */
public record Arrangement(
        ArrangementId id,
        CustomerId customer,
        State state,
        Frequency frequency,
        long instalment,
        long arrears,
        Capacity capacity,
        Set<Beyond> beyond,
        String reason,
        @Nullable Language language,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<Expected> payments) {
    /** Where it stands. */
    public enum State implements Keyed {
        /** Waits for a second person. */
        PROPOSED,
        /** Runs; nothing has been paid yet, or the last payment was missed. */
        ACTIVE,
        /** Runs, and the last payment came. */
        KEPT,
        /** Two payments in a row were missed. */
        BROKEN,
        COMPLETED,
        /** Refused, or ended by agreement. */
        CANCELLED;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it protects the customer. */
        public boolean runs() {
            return this == ACTIVE || this == KEPT;
        }

        /** Whether there is something still to come. */
        public boolean live() {
            return this == PROPOSED || runs();
        }
    }

    /**
     * A payment that is expected.
     *
     * @param cents how much
     * @param paidCents how much of it has come
     * @param paidOn when all of it had come
     * @param missedOn when it was counted as missed; the same amount then stands behind the last payment
     */
    public record Expected(
            int number,
            LocalDate due,
            long cents,
            long paidCents,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate missedOn) {
        /** Whether it is still to come. */
        public boolean open() {
            return paidOn == null && missedOn == null;
        }
    }

    public Arrangement {
        beyond = Set.copyOf(beyond);
        payments = List.copyOf(payments);
    }

    /** Key of how often it is paid: {@code week}, {@code fortnight}, {@code month}, {@code quarter}, {@code year}. */
    public String every() {
        return frequency.key();
    }

    /** The next payment to come, null when there is none. */
    public @Nullable Expected next() {
        return payments.stream().filter(Expected::open).findFirst().orElse(null);
    }

    /** The day of the last payment. */
    public LocalDate endsOn() {
        return payments.getLast().due();
    }

    /** What has been paid, cents. */
    public long paid() {
        return payments.stream().mapToLong(Expected::paidCents).sum();
    }

    /** How many payments were missed. */
    public int missed() {
        return (int) payments.stream().filter(each -> each.missedOn() != null).count();
    }
}
