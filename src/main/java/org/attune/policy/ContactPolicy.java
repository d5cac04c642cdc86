package org.attune.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.history.PastOffer;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Suppressions: not the same thing again too soon. Days are local calendar days of the tenant. An offer that was never shown does
 * not count.
 */
public final class ContactPolicy {
    private final List<ContactRule> rules;
    private final ZoneId zone;

    public ContactPolicy(List<ContactRule> rules, ZoneId zone) {
        this.rules = List.copyOf(rules);
        this.zone = zone;
    }

    /** Why an action must wait, with {@code again}: the first day on which it may come back; null when it need not. */
    public @Nullable Rejection judge(String action, String group, String issue, List<PastOffer> past, LocalDate today) {
        for (PastOffer each : past) {
            LocalDate again = each.again();
            if (each.action().equals(action)
                    && each.state() == Outcome.NOT_NOW
                    && again != null
                    && today.isBefore(again)) {
                return rejection("not-now", 1, again, new LocalText("Asked to wait", "A demandé d’attendre"));
            }
        }
        for (ContactRule rule : rules) {
            if (rule.issue() != null && !rule.issue().equals(issue)) {
                continue;
            }
            LocalDate again = pausedUntil(rule, action, group, issue, past, today);
            if (again != null && today.isBefore(again)) {
                return rejection(rule.key(), rule.count(), again, rule.label());
            }
        }
        return null;
    }

    private @Nullable LocalDate pausedUntil(
            ContactRule rule, String action, String group, String issue, List<PastOffer> past, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (PastOffer each : past) {
            boolean inScope = switch (rule.scope()) {
                case "issue" -> each.issue().equals(issue);
                case "group" -> each.group().equals(group);
                default -> each.action().equals(action);
            };
            if (inScope
                    && reached(each, rule.outcome())
                    && (rule.channel() == null || rule.channel() == each.channel())) {
                days.add(each.at().atZone(zone).toLocalDate());
            }
        }
        days.sort(Comparator.reverseOrder());
        LocalDate latest = null;
        for (int i = 0; i + rule.count() <= days.size(); i++) {
            LocalDate last = days.get(i);
            LocalDate first = days.get(i + rule.count() - 1);
            if (first.plusDays(rule.windowDays()).isAfter(last)) {
                LocalDate until = last.plusDays(rule.pauseDays());
                latest = latest == null || until.isAfter(latest) ? until : latest;
            }
        }
        return latest;
    }

    /** An answer implies that the action was presented and shown. */
    private static boolean reached(PastOffer offer, Outcome outcome) {
        return switch (outcome) {
            case SHOWN -> true;
            case PRESENTED -> offer.state() != Outcome.SHOWN && offer.state() != Outcome.NOT_OFFERED;
            case ACCEPTED -> offer.state() == Outcome.ACCEPTED || offer.state() == Outcome.FULFILLED;
            default -> offer.state() == outcome;
        };
    }

    private static Rejection rejection(String rule, int count, LocalDate again, LocalText label) {
        Map<String, Object> values = new TreeMap<>();
        values.put("count", count);
        values.put("again", again.toString());
        LocalText words =
                new LocalText(label.en() + ": again from " + again, label.fr() + " : de nouveau dès le " + again);
        return new Rejection("contact", rule, values, words);
    }
}
