package org.attune.care;

import java.util.List;
import org.attune.care.engine.Assistance;
import org.attune.care.engine.Assistance.Need;
import org.attune.care.engine.Assistance.Option;
import org.attune.care.engine.HelpTerm;
import org.attune.care.internal.Days;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.kernel.CustomerId;
import org.springframework.stereotype.Service;

/** What can be done for a customer, driven by what the budget leaves: the least costly that suffices comes first. */
@Service
public class HelpLadder {
    private final Customers customers;
    private final Arrangements arrangements;
    private final Days days;

    HelpLadder(Customers customers, Arrangements arrangements, Days days) {
        this.customers = customers;
        this.arrangements = arrangements;
        this.days = days;
    }

    /** All options for this moment, best first. */
    public List<Option> options(CustomerId customer, HelpTerm term) {
        return Assistance.ladder(need(customer, term));
    }

    /** What is known about the customer's need. */
    public Need need(CustomerId customer, HelpTerm term) {
        CustomerContext known = customers.context(customer, days.now());
        return new Need(
                arrangements.capacity(customer).orElse(null),
                cents(known, "amount_owed"),
                cents(known, "bill_amount"),
                cents(known, "charges_owed"),
                term);
    }

    private static long cents(CustomerContext known, String attribute) {
        Long cents = Arrangements.cents(known.value(attribute));
        return cents == null ? 0 : Math.max(0, cents);
    }
}
