package org.attune.history.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.history.Answer;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** What an answer may say: the short lists of reasons, and dates that make sense. */
public final class AnswerRules {

    /** The reasons an outcome may carry; outcomes that are not named take none. */
    static final Map<Outcome, List<String>> REASONS = Map.of(
            Outcome.DECLINED, List.of("price", "no-need", "has-elsewhere", "bad-moment", "trust", "other"),
            Outcome.NOT_NOW, List.of("needs-time", "needs-partner", "call-back"),
            Outcome.NOT_OFFERED,
                    List.of("customer-upset", "wrong-facts", "already-discussed", "inappropriate", "no-time", "other"));

    private static final Set<Outcome> CLICKED =
            Set.of(Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NOT_NOW, Outcome.NOT_OFFERED);

    /** Clocks of other systems may run ahead of ours by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final int YEARS_AHEAD = 2;

    private AnswerRules() {}

    /**
     * Checks an answer by itself, whatever the offer's state.
     *
     * @throws InvalidException with every problem
     */
    public static void check(Answer answer, Instant now, ZoneId zone) {
        List<Problem> problems = new ArrayList<>();
        Outcome outcome = answer.outcome();
        String reason = reason(answer);
        List<String> known = REASONS.getOrDefault(outcome, List.of());
        if (reason != null && known.isEmpty()) {
            problems.add(new Problem("reason", "The outcome " + outcome.key() + " takes no reason."));
        } else if (reason != null && !known.contains(reason)) {
            problems.add(new Problem(
                    "reason",
                    "'" + reason + "' is no reason for " + outcome.key() + ". Known: " + String.join(", ", known)
                            + "."));
        }
        Instant occurred = answer.occurredAt() == null ? now : answer.occurredAt();
        if (occurred.isAfter(now.plus(CLOCK_SKEW))) {
            problems.add(new Problem("occurredAt", "An answer cannot lie in the future."));
        }
        LocalDate again = answer.again();
        if (again != null) {
            // Measured from the day of the answer, so that a repeat sent much later is judged as the first was.
            LocalDate today = LocalDate.ofInstant(occurred, zone);
            if (outcome != Outcome.NOT_NOW) {
                problems.add(new Problem("again", "Only not-now takes a day from which to propose again."));
            } else if (!again.isAfter(today) || again.isAfter(today.plusYears(YEARS_AHEAD))) {
                problems.add(new Problem(
                        "again", "The day to propose again must lie after today and at most two years ahead."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(problems);
        }
    }

    /** The reason, a blank one being none. */
    static @Nullable String reason(Answer answer) {
        String reason = answer.reason();
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** What an illegal move is told: where the offer stands and what it therefore cannot become. */
    static LocalText refusal(String action, @Nullable Outcome state, Outcome outcome) {
        String name =
                Character.toUpperCase(action.charAt(0)) + action.substring(1).replace('-', ' ');
        String past =
                state == null ? "was not shown" : state == Outcome.EXPIRED ? "has expired" : "was " + words(state);
        String hint = state != null && CLICKED.contains(state) && CLICKED.contains(outcome)
                ? " Take the earlier answer back first."
                : "";
        return new LocalText(
                "'" + name + "' " + past + "; it cannot be " + words(outcome) + "." + hint,
                hint.isEmpty()
                        ? "Cette réponse ne va plus avec ce qui a déjà été noté."
                        : "Une autre réponse est déjà notée. Reprenez-la d’abord.");
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case NOT_NOW -> "put off";
            case NOT_OFFERED -> "marked as not offered";
            default -> outcome.key();
        };
    }
}
