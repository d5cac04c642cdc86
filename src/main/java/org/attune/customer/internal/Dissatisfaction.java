package org.attune.customer.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;

/**
 * How dissatisfied a customer is likely to be. A pure function of what they live through with us, in points:
 *
 * <ul>
 *   <li>3 while a complaint is open
 *   <li>2 for each public complaint of the last 30 days, at most 4
 *   <li>1 for each open case, at most 3, and 2 more for each of them that is overdue
 *   <li>1 when an open case has waited more than 7 days for a first answer
 *   <li>1 when first answers of the last 90 days took more than 3 days on average, 2 when more than 7
 * </ul>
 *
 * 0 points are {@code none}, 1 or 2 {@code low}, 3 or 4 {@code raised}, from 5 on {@code high}. A case is opened, answered, overdue
 * and closed by signals, told apart by {@code data.case} where it is given; one of which nothing was heard for 60 days counts as
 * closed. A case that only the attribute {@code open_case_days} speaks of counts too.
 *
 * @param since when the newest fact it comes from happened; the asked instant when there is none
 */
record Dissatisfaction(String level, int points, Instant since) {
    static final String KEY = "dissatisfaction";
    static final String OPEN_CASE_DAYS = "open_case_days";

    private static final Duration PUBLIC = Duration.ofDays(30);
    private static final Duration FORGOTTEN = Duration.ofDays(60);
    private static final Duration ANSWERS = Duration.ofDays(90);
    private static final Duration LONG_WAIT = Duration.ofDays(7);
    private static final Duration SLOW = Duration.ofDays(3);
    private static final Duration VERY_SLOW = Duration.ofDays(7);

    /**
     * @param signals newest first
     * @param openCaseDays how long a case has been open as another system told, null when unknown
     * @param toldAt when it told
     */
    static Dissatisfaction of(
            Instant at,
            List<StateFact> states,
            List<SignalFact> signals,
            @Nullable Double openCaseDays,
            Instant toldAt) {
        Count count = new Count(at);
        states.stream()
                .filter(each -> each.state() == CustomerState.COMPLAINT_OPEN && each.activeAt(at))
                .forEach(each -> count.complaint(each.since()));
        for (SignalFact each : signals.reversed()) {
            if (!each.at().isAfter(at)) {
                count.signal(each);
            }
        }
        count.told(openCaseDays, toldAt);
        return count.result();
    }

    private static String level(int points) {
        return points == 0 ? "none" : points < 3 ? "low" : points < 5 ? "raised" : "high";
    }

    /** One case as far as signals tell. */
    private static final class Case {
        final @Nullable Object name;
        final Instant opened;
        Instant heard;
        boolean answered;
        boolean overdue;

        Case(@Nullable Object name, Instant opened) {
            this.name = name;
            this.opened = opened;
            this.heard = opened;
        }
    }

    private static final class Count {
        private final Instant now;
        private final List<Case> open = new ArrayList<>();
        private boolean complaint;
        private int publicComplaints;
        private long answers;
        private Duration waited = Duration.ZERO;
        private @Nullable Instant closed;
        private @Nullable Instant newest;

        Count(Instant now) {
            this.now = now;
        }

        void complaint(Instant since) {
            complaint = true;
            seen(since);
        }

        void signal(SignalFact signal) {
            Instant at = signal.at();
            Object name = signal.data().get("case");
            switch (signal.type()) {
                case "complaint-social" -> {
                    if (at.plus(PUBLIC).isAfter(now)) {
                        publicComplaints++;
                        seen(at);
                    }
                }
                case "case-opened" -> open.add(new Case(name, at));
                case "case-overdue" -> {
                    Case found = find(name, false);
                    if (found == null) {
                        found = new Case(name, at);
                        open.add(found);
                    }
                    found.overdue = true;
                    found.heard = at;
                }
                case "case-answered" -> {
                    Case found = find(name, true);
                    if (found != null) {
                        answer(found, at);
                    }
                }
                case "case-closed" -> {
                    closed = at;
                    Case found = find(name, false);
                    if (found != null) {
                        answer(found, at);
                        open.remove(found);
                    }
                }
                default -> {
                    // Says nothing about service.
                }
            }
        }

        private void answer(Case found, Instant at) {
            found.heard = at;
            if (!found.answered && at.plus(ANSWERS).isAfter(now)) {
                answers++;
                waited = waited.plus(Duration.between(found.opened, at));
                seen(at);
            }
            found.answered = true;
        }

        /** The case of that name; without a name the oldest, preferably one without an answer when it is answered. */
        private @Nullable Case find(@Nullable Object name, boolean unanswered) {
            Case oldest = null;
            for (Case each : open) {
                boolean fits = name == null || Objects.equals(each.name, name);
                if (fits && (!unanswered || !each.answered)) {
                    return each;
                }
                oldest = oldest == null && fits ? each : oldest;
            }
            return oldest;
        }

        void told(@Nullable Double days, Instant toldAt) {
            open.removeIf(each -> !each.heard.plus(FORGOTTEN).isAfter(now));
            Instant end = closed;
            boolean closedSince = end != null && !end.isBefore(toldAt);
            if (days != null && days > 0 && !closedSince && open.isEmpty()) {
                open.add(new Case(null, toldAt.minus(Duration.ofDays((long) Math.min(days, 36_500)))));
            }
        }

        Dissatisfaction result() {
            int points = (complaint ? 3 : 0) + Math.min(4, 2 * publicComplaints) + Math.min(3, open.size());
            boolean waiting = false;
            for (Case each : open) {
                points += each.overdue ? 2 : 0;
                waiting |= !each.answered && each.opened.plus(LONG_WAIT).isBefore(now);
                seen(each.heard);
            }
            points += waiting ? 1 : 0;
            if (answers > 0) {
                Duration mean = waited.dividedBy(answers);
                points += mean.compareTo(VERY_SLOW) > 0 ? 2 : mean.compareTo(SLOW) > 0 ? 1 : 0;
            }
            Instant since = newest;
            return new Dissatisfaction(level(points), points, points == 0 || since == null ? now : since);
        }

        private void seen(Instant at) {
            Instant before = newest;
            if (before == null || at.isAfter(before)) {
                newest = at;
            }
        }
    }
}
