package org.attune.care.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Instalments with their dates.
 *
 * @param instalment what is paid each time, cents; the last one may be smaller
 */
public record Plan(Frequency frequency, long instalment, List<Instalment> instalments) {
    /**
     * One payment that is expected.
     *
     * @param number from 1
     */
    public record Instalment(int number, LocalDate due, long cents) {}

    public Plan {
        instalments = List.copyOf(instalments);
    }

    /** How many payments. */
    public int number() {
        return instalments.size();
    }

    /** The first day. */
    public LocalDate start() {
        return instalments.getFirst().due();
    }

    /** The day of the last payment. */
    public LocalDate end() {
        return instalments.getLast().due();
    }

    /** All payments together, cents. */
    public long total() {
        return instalments.stream().mapToLong(Instalment::cents).sum();
    }

    /** The last payment, cents. */
    public long last() {
        return instalments.getLast().cents();
    }

    /** At most what is paid in a month on average, cents. */
    public long perMonth() {
        return frequency.toMonth(instalment);
    }

    /**
     * What happens after one missed payment: it moves behind the last one. No payment becomes larger, nothing is added; only the end
     * is later by one step.
     */
    public Plan afterMissing(int number) {
        List<Instalment> next = new ArrayList<>();
        long missed = 0;
        for (Instalment each : instalments) {
            if (each.number() == number) {
                missed = each.cents();
            } else {
                next.add(each);
            }
        }
        next.add(new Instalment(
                instalments.getLast().number() + 1, frequency.after(start(), instalments.size()), missed));
        return new Plan(frequency, instalment, next);
    }
}
