package org.attune.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.care.engine.Budget.Category;
import org.attune.care.engine.Budget.Guideline;
import org.attune.care.engine.Budget.Household;
import org.attune.care.engine.Budget.Line;
import org.attune.care.engine.Budget.Side;
import org.attune.care.engine.Frequency;
import org.attune.customer.CustomerContext;

/** What a household that has to count spends in a month: a little less than the guidelines. */
final class ModestBudget {
    /** Euro a month: for the household, each adult, each child. */
    private static final Map<String, long[]> FIXED = Map.of(
            "rent", new long[] {410, 140, 85},
            "home-charges", new long[] {35, 5, 0},
            "energy", new long[] {58, 24, 14},
            "water", new long[] {12, 8, 5},
            "insurance", new long[] {28, 16, 0},
            "transport-fixed", new long[] {0, 55, 0},
            "childcare", new long[] {0, 0, 48});

    private static final long ALLOWANCE_PER_CHILD = 135;

    private final List<Category> form;
    private final Household household;
    private final long ourBills;

    ModestBudget(List<Category> form, CustomerContext customer) {
        this.form = form;
        household = new Household(
                Math.max(1, (int) number(customer, "household_adults")), (int) number(customer, "household_children"));
        ourBills = Math.round(number(customer, "bill_amount") * 100);
    }

    Household household() {
        return household;
    }

    /**
     * The lines of a budget that leaves so much.
     *
     * @param left euro a month
     * @param from category most of the income comes from, wages when empty
     */
    List<Line> leaving(long left, String from) {
        List<Line> lines = new ArrayList<>();
        long spent = 0;
        for (Category each : form) {
            long cents = each.side() == Side.INCOME ? 0 : spending(each);
            if (cents > 0) {
                lines.add(line(each.key(), cents));
                spent += cents;
            }
        }
        long allowances = household.children() * ALLOWANCE_PER_CHILD * 100;
        long income = spent + left * 100 - allowances;
        long partner = household.adults() > 1 ? income * 2 / 5 / 1_000 * 1_000 : 0;
        lines.addFirst(line(from.isEmpty() ? "wages" : from, income - partner));
        if (partner > 0) {
            lines.add(1, line("partner-wages", partner));
        }
        if (allowances > 0) {
            lines.add(1, line("allowances", allowances));
        }
        return lines;
    }

    private long spending(Category category) {
        if (category.key().equals("our-bills")) {
            return ourBills;
        }
        Guideline guideline = category.guideline();
        if (guideline != null) {
            return guideline.of(household) * 4 / 5 / 100 * 100;
        }
        long[] euro = FIXED.getOrDefault(category.key(), new long[3]);
        return (euro[0] + euro[1] * household.adults() + euro[2] * household.children()) * 100;
    }

    private static Line line(String category, long cents) {
        return new Line(category, cents, Frequency.MONTH, "");
    }

    private static double number(CustomerContext customer, String attribute) {
        return customer.value(attribute) instanceof Double value ? value : 0;
    }
}
