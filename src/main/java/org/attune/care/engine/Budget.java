package org.attune.care.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.kernel.CardNumbers;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** A household's income and expenditure on a standard form: what is left in a month, and where a comment is due. */
public final class Budget {
    /** No single amount is larger, cents: what is more is a slip of the finger. */
    public static final long MOST = 10_000_000_00L;

    private Budget() {}

    /** What a category is to the sum. */
    public enum Side {
        INCOME,
        /** Spending that is fixed by a contract: rent, energy, insurance. */
        FIXED,
        /** Spending of daily life; has a guideline. */
        FLEXIBLE
    }

    /** Monthly spending of a household that nobody questions, cents. */
    public record Guideline(long base, long perAdult, long perChild) {
        /** For this household. */
        public long of(Household household) {
            return base + perAdult * household.adults() + perChild * household.children();
        }
    }

    /** One line of the form. */
    public record Category(
            String key,
            Side side,
            LocalText label,
            @Nullable Guideline guideline) {}

    /** Who lives from the money. At least one adult. */
    public record Household(int adults, int children) {
        public Household {
            if (adults < 1 || adults > 12 || children < 0 || children > 20) {
                throw new InvalidException(List.of(new Problem(
                        "household",
                        new LocalText(
                                "A household has 1 to 12 adults and 0 to 20 children.",
                                "Un foyer compte de 1 à 12 adultes et de 0 à 20 enfants."))));
            }
        }
    }

    /** What the customer said about a category. */
    public record Line(String category, long cents, Frequency frequency, String comment) {
        public Line {
            comment = comment == null ? "" : CardNumbers.redact(comment.strip());
        }
    }

    /**
     * Spending above its guideline. What is below is not questioned.
     *
     * @param spent cents a month
     * @param guideline cents a month
     * @param explained whether a comment says why
     */
    public record Flag(String category, long spent, long guideline, boolean explained) {}

    /** The sum of a form, cents a month. */
    public record Result(long income, long fixed, long flexible, List<Flag> flags) {
        /** What is left; negative when it does not suffice. */
        public long surplus() {
            return income - fixed - flexible;
        }

        /** Categories that still need a comment. */
        public List<String> unexplained() {
            return flags.stream()
                    .filter(flag -> !flag.explained())
                    .map(Flag::category)
                    .toList();
        }
    }

    /**
     * Adds up. Each line is converted to a month by itself and rounded to the cent; the sums are sums of what is shown.
     *
     * @throws InvalidException naming each category that is unknown or told twice and each amount that is out of range
     */
    public static Result of(List<Category> form, Household household, List<Line> lines) {
        Map<String, Category> byKey = new LinkedHashMap<>();
        form.forEach(each -> byKey.put(each.key(), each));
        Map<String, Line> told = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Line line : lines) {
            if (!byKey.containsKey(line.category()) || told.put(line.category(), line) != null) {
                problems.add(new Problem(line.category(), "This is no category, or it is told twice."));
            }
            if (line.cents() < 0 || line.cents() > MOST) {
                problems.add(new Problem(
                        line.category(),
                        new LocalText(
                                "An amount lies between 0 and 10,000,000.",
                                "Un montant est compris entre 0 et 10\u202f000\u202f000.")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
        long[] sums = new long[Side.values().length];
        List<Flag> flags = new ArrayList<>();
        for (Category category : form) {
            Line line = told.get(category.key());
            if (line == null) {
                continue;
            }
            long month = line.frequency().toMonth(line.cents());
            sums[category.side().ordinal()] = Math.addExact(sums[category.side().ordinal()], month);
            Guideline guideline = category.guideline();
            if (guideline != null && month > guideline.of(household)) {
                flags.add(new Flag(
                        category.key(),
                        month,
                        guideline.of(household),
                        !line.comment().isEmpty()));
            }
        }
        return new Result(
                sums[Side.INCOME.ordinal()],
                sums[Side.FIXED.ordinal()],
                sums[Side.FLEXIBLE.ordinal()],
                List.copyOf(flags));
    }
}
