package org.attune.care.internal;

import java.time.LocalDate;
import java.util.List;
import org.attune.care.Arrangements;
import org.attune.care.CareCase;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.springframework.stereotype.Component;

/** Keeps the states of a customer in step with what is open: a state lasts as long as the longest that calls for it. */
@Component
public class CaseStates {
    private final CaseStore store;
    private final Customers customers;
    private final Days days;

    CaseStates(CaseStore store, Customers customers, Days days) {
        this.store = store;
        this.customers = customers;
        this.days = days;
    }

    /** Begins, moves or ends a state as what is open asks for. */
    public void follow(CustomerId customer, CustomerState state, String who) {
        List<CareCase> open = store.of(customer).stream()
                .filter(each -> each.kind().state() == state && each.openOn(days.today()))
                .toList();
        if (open.isEmpty()) {
            customers.withdrawState(customer, state, Arrangements.SOURCE, who);
            return;
        }
        LocalDate last = open.getFirst().endsOn();
        for (CareCase each : open) {
            LocalDate ends = each.endsOn();
            last = last == null || ends == null ? null : ends.isAfter(last) ? ends : last;
        }
        customers.tellState(customer, state, last == null ? null : days.endOf(last), Arrangements.SOURCE, who);
    }
}
