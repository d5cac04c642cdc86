package org.attune.care.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.attune.care.CareCase;
import org.attune.care.CaseKind;
import org.attune.care.OpenCase;
import org.attune.care.engine.Country;
import org.attune.care.engine.Moratorium;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The dates of something that begins today. */
record CaseDates(
        @Nullable LocalDate endsOn,
        @Nullable LocalDate reviewFrom,
        @Nullable LocalDate reviewTo,
        @Nullable LocalDate assessBy,
        @Nullable LocalDate answerBy) {
    private static final CaseDates OPEN = new CaseDates(null, null, null, null, null);

    static CaseDates of(OpenCase begins, LocalDate today, Country country, List<CareCase> before) {
        return switch (begins.kind()) {
            case HARDSHIP -> {
                LocalDate assessed = country.after(today, CareLimits.ASSESS_WITHIN);
                yield new CaseDates(null, null, null, assessed, country.after(assessed, CareLimits.ANSWER_WITHIN));
            }
            case MORATORIUM -> {
                Moratorium run = Moratorium.standard(today, lastDays(before));
                yield new CaseDates(run.lastDay(), run.reviewFrom(), run.reviewTo(), null, null);
            }
            case NEED, LIFE_SUPPORT -> new CaseDates(expiry(begins, today), null, null, null, null);
            case COMPLAINT, DISPUTE ->
                new CaseDates(null, null, null, null, country.after(today, CareLimits.REPLY_WITHIN));
            case TREATMENT -> new CaseDates(Moratorium.inTreatment(today).lastDay(), null, null, null, null);
            case BEREAVEMENT, DISCREET, OVER_INDEBTED -> OPEN;
        };
    }

    /** The last day of each earlier standard moratorium: the planned one, or the one on which it was ended. */
    private static List<LocalDate> lastDays(List<CareCase> before) {
        return before.stream()
                .filter(each -> each.kind() == CaseKind.MORATORIUM)
                .map(CareCase::endsOn)
                .filter(Objects::nonNull)
                .toList();
    }

    private static LocalDate expiry(OpenCase begins, LocalDate today) {
        LocalDate most = today.plusMonths(CareLimits.NEED_MONTHS);
        LocalDate ends = begins.endsOn() == null ? most : begins.endsOn();
        if (ends.isBefore(today) || ends.isAfter(most)) {
            throw new InvalidException(List.of(new Problem(
                    "endsOn",
                    new LocalText(
                            "A need is asked about again within 12 months.",
                            "On revient sur un besoin dans les 12 mois."))));
        }
        return ends;
    }
}
