package org.attune.care;

import java.util.List;
import java.util.Map;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Frequency;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;

/** Customers, budgets and people for tests of care. */
public final class CareBed {
    private CareBed() {}

    /** A new customer who owes some euro and has a bill of 40 euro a month. */
    public static CustomerId customer(Customers customers, String ref, double owed) {
        return SomeCustomer.named(ref, "Camille " + ref)
                .speaking(Language.FR)
                .attributes(Map.of(
                        "amount_owed",
                        owed,
                        "bill_amount",
                        40,
                        "arrears_days",
                        owed > 0 ? 20 : 0,
                        "has_mobile",
                        true,
                        "has_current_account",
                        true,
                        "segment",
                        "standard"))
                .consents(Map.of("profiling", true))
                .put(customers);
    }

    /** A budget of one adult that leaves so many euro a month, our bills of 40 euro being in it. */
    public static BudgetVersion budget(Budgets budgets, CustomerId customer, long surplus, String who) {
        return budgets.save(
                customer,
                new Household(1, 0),
                List.of(
                        new Line("wages", 150_000, Frequency.MONTH, ""),
                        new Line("rent", 150_000 - 40_00 - surplus * 100, Frequency.MONTH, ""),
                        new Line("our-bills", 40_00, Frequency.MONTH, "")),
                Consent.SAID,
                who);
    }

    /** Somebody of a role, made when missing. */
    public static String person(Users users, String name, Role role) {
        if (users.byName(name).isEmpty()) {
            users.create("test", new NewUser(name, "a-long-password-of-a-test", name, role, null, false));
        }
        return name;
    }
}
