package org.attune.care.internal;

import java.time.LocalDate;
import java.util.List;
import org.attune.care.CareCase;
import org.attune.care.CareCase.Visibility;
import org.attune.care.CaseId;
import org.attune.care.CaseKind;
import org.attune.care.HardshipReason;
import org.attune.care.NeedKind;
import org.attune.care.OpenCase;
import org.attune.care.PastCase;
import org.attune.care.engine.HelpTerm;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Keyed;
import org.springframework.stereotype.Component;

/** Writes down that something begins, and protects the customer. */
@Component
public class CaseOpener {
    private final CaseStore store;
    private final CaseStates states;
    private final CareLimits settings;
    private final Days days;

    CaseOpener(CaseStore store, CaseStates states, CareLimits settings, Days days) {
        this.store = store;
        this.states = states;
        this.settings = settings;
        this.days = days;
    }

    /** Begins today; the caller holds a transaction. */
    public CareCase open(CustomerId customer, OpenCase begins, String who) {
        String consent = begins.kind().needsConsent() ? begins.consent().required() : null;
        check(begins);
        LocalDate today = days.today();
        List<CareCase> before = store.of(customer);
        CaseDates dates = CaseDates.of(begins, today, settings.country(), before);
        closeOver(before, today, who);
        boolean violence = begins.reason().equals(HardshipReason.VIOLENCE.key());
        CareCase made = new CareCase(
                CaseId.next(),
                customer,
                begins.kind(),
                begins.reason(),
                CardNumbers.redact(begins.note().strip()),
                violence ? Visibility.SUPERVISORS : begins.visibility(),
                consent,
                today,
                dates.endsOn(),
                begins.cycles(),
                dates.reviewFrom(),
                dates.reviewTo(),
                null,
                dates.assessBy(),
                null,
                dates.answerBy(),
                null,
                null,
                who,
                days.now(),
                null,
                null);
        store.insert(made);
        states.follow(customer, begins.kind().state(), who);
        return made;
    }

    /** Writes down what began on an earlier day, with the clocks it had then; the caller holds a transaction. */
    public CareCase takeOver(CustomerId customer, PastCase past) {
        OpenCase begins = past.begins();
        String consent = begins.kind().needsConsent() ? begins.consent().required() : null;
        check(begins);
        CaseDates dates = CaseDates.of(begins, past.openedOn(), settings.country(), List.of());
        LocalDate assessed = past.assessedOn();
        LocalDate closed = past.closedOn();
        CareCase made = new CareCase(
                CaseId.next(),
                customer,
                begins.kind(),
                begins.reason(),
                CardNumbers.redact(begins.note().strip()),
                begins.reason().equals(HardshipReason.VIOLENCE.key()) ? Visibility.SUPERVISORS : begins.visibility(),
                consent,
                past.openedOn(),
                dates.endsOn(),
                begins.cycles(),
                dates.reviewFrom(),
                dates.reviewTo(),
                past.reviewedOn(),
                dates.assessBy(),
                assessed,
                assessed == null ? dates.answerBy() : settings.country().after(assessed, CareLimits.ANSWER_WITHIN),
                past.answeredOn(),
                past.outcome(),
                past.who(),
                days.morningOf(past.openedOn()),
                closed == null ? null : past.who(),
                closed == null ? null : days.morningOf(closed));
        store.insert(made);
        return made;
    }

    /** What ended by itself makes room for the next of its kind. */
    private void closeOver(List<CareCase> before, LocalDate today, String who) {
        before.stream()
                .filter(each -> each.closedAt() == null && !each.openOn(today))
                .forEach(each -> store.close(each.id(), who, days.now()));
    }

    private static void check(OpenCase begins) {
        if (begins.kind() == CaseKind.HARDSHIP) {
            Keyed.of(HardshipReason.class, "reason", begins.reason());
        } else if (begins.kind() == CaseKind.NEED) {
            Keyed.of(NeedKind.class, "reason", begins.reason());
        }
        if (begins.cycles() != null) {
            HelpTerm.of(begins.cycles());
        }
    }
}
