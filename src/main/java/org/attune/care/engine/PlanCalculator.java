package org.attune.care.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.kernel.InvalidException;
import org.jspecify.annotations.Nullable;

/**
 * Works out an arrangement that can be kept. It weighs the capacity to pay, the arrears and the expected use, and states amount,
 * number, frequency and dates. It never exceeds the surplus; by itself it leaves the reserve alone, too.
 */
public final class PlanCalculator {
    /** No plan is longer: who needs more time needs other help, months. */
    public static final int LONGEST = 60;

    /** Nobody pays in smaller steps, cents, but for the last one. */
    public static final long SMALLEST = 100;

    private PlanCalculator() {}

    /**
     * What an agent may agree on alone.
     *
     * @param months from the first payment to the last
     * @param arrears cents
     */
    public record Authority(int months, long arrears) {}

    /** Why a second person must agree. */
    public enum Beyond {
        /** It takes from what should stay to live on. */
        RESERVE,
        MONTHS,
        ARREARS
    }

    /**
     * The plan.
     *
     * @param arrears what is owed, cents
     * @param wished what the customer wants to pay each time, cents; null for as much as can be kept
     * @throws InvalidException saying why there is none: nothing is owed, nothing is left, too long, or above the surplus
     */
    public static Plan plan(
            Capacity capacity, long arrears, Frequency frequency, LocalDate start, @Nullable Long wished) {
        if (arrears <= 0 || arrears > Budget.MOST) {
            throw Refusal.invalid("arrears", "Nothing is owed.", "Rien n’est dû.");
        }
        long most = frequency.ofMonth(capacity.ceiling());
        long each = wished == null ? frequency.ofMonth(capacity.free()) : wished;
        if (wished != null && each > most) {
            throw Refusal.invalid(
                    "instalment",
                    "That is more than the budget leaves. Nobody can agree to it.",
                    "C’est plus que ce que le budget laisse. Personne ne peut l’accepter.");
        }
        if (each < Math.min(SMALLEST, arrears)) {
            throw Refusal.invalid(
                    "surplus",
                    "The budget leaves nothing to pay with: look at pausing, token payments and aids.",
                    "Le budget ne laisse rien pour payer\u00a0: voyez la pause, le paiement symbolique et les aides.");
        }
        each = Math.min(each, arrears);
        long number = Math.ceilDiv(arrears, each);
        if (number > 5_000 || frequency.after(start, (int) number - 1).isAfter(start.plusMonths(LONGEST))) {
            throw Refusal.invalid(
                    "instalment",
                    "This would take more than five years: other help is needed beside it.",
                    "Cela durerait plus de cinq ans\u00a0: une autre aide est nécessaire à côté.");
        }
        List<Plan.Instalment> instalments = new ArrayList<>();
        long left = arrears;
        for (int i = 0; i < number; i++) {
            long now = Math.min(each, left);
            instalments.add(new Plan.Instalment(i + 1, frequency.after(start, i), now));
            left -= now;
        }
        return new Plan(frequency, each, instalments);
    }

    /** Why a second person must agree to a plan; empty when an agent may alone. */
    public static Set<Beyond> beyond(Plan plan, Capacity capacity, Authority authority) {
        Set<Beyond> why = EnumSet.noneOf(Beyond.class);
        if (plan.instalment() > plan.frequency().ofMonth(capacity.free())) {
            why.add(Beyond.RESERVE);
        }
        if (plan.end().isAfter(plan.start().plusMonths(authority.months()))) {
            why.add(Beyond.MONTHS);
        }
        if (plan.total() > authority.arrears()) {
            why.add(Beyond.ARREARS);
        }
        return why;
    }
}
