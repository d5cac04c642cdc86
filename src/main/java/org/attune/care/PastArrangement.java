package org.attune.care;

import java.time.LocalDate;
import org.attune.care.engine.Frequency;
import org.attune.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement that was agreed on before, as it is taken over from another system. The payments follow from it; the first ones were
 * paid on their days, those behind them were missed.
 *
 * @param arrears what was owed, cents
 * @param wished cents each time, null for as much as the budget leaves
 * @param reason why this and not less, empty when nobody had to say
 * @param language in which the reason is written, null when nobody knows
 * @param approvedBy the second person, null when none had to agree or none has yet
 * @param approvedOn when they did
 * @param paid how many payments came
 * @param missed how many in a row did not come after that
 * @param endedOn when it was refused or ended by agreement, null otherwise
 * @param endReason why, empty when it was not
 */
public record PastArrangement(
        LocalDate agreedOn,
        long arrears,
        Frequency frequency,
        LocalDate first,
        @Nullable Long wished,
        String reason,
        @Nullable Language language,
        String proposedBy,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        int paid,
        int missed,
        @Nullable LocalDate endedOn,
        String endReason) {}
