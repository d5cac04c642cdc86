package org.attune.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.history.OutcomeOrder;
import org.attune.history.PastOffer;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Counts a customer's past by rule: where it happened, on which local day, in which conversation. */
final class ContactHits {
    private record Member(String action, String group, String issue) {}

    private final Map<String, List<Member>> bundles = new HashMap<>();
    private final ZoneId zone;

    ContactHits(Catalog catalog, ZoneId zone) {
        this.zone = zone;
        Map<String, Action> actions = catalog.byKey();
        for (Action each : catalog.actions()) {
            if (!each.members().isEmpty()) {
                List<Member> members = new ArrayList<>();
                for (String key : each.members()) {
                    Action member = actions.get(key);
                    Group group = member == null ? null : catalog.group(member.group());
                    if (group != null) {
                        members.add(new Member(key, group.key(), group.issue()));
                    }
                }
                bundles.put(each.key(), members);
            }
        }
    }

    /** A past, ready to be counted. */
    Past read(List<PastOffer> past, @Nullable InteractionId current) {
        return new Past(past, current);
    }

    /** One occurrence: its day and the conversation's place, 0 for the newest. */
    private record Hit(LocalDate day, int conversation) {}

    /** The past of one customer at one moment. */
    final class Past {
        private final List<PastOffer> offers;
        private final @Nullable InteractionId current;

        private Past(List<PastOffer> offers, @Nullable InteractionId current) {
            this.offers = offers;
            this.current = current;
        }

        /** What a rule pauses, and the first day on which each may come back, today or not. */
        Map<String, LocalDate> pauses(ContactRule rule) {
            Map<String, LocalDate> pauses = new LinkedHashMap<>();
            hits(rule).forEach((place, hits) -> {
                LocalDate last = latestBurst(rule, hits);
                if (last != null) {
                    pauses.put(place, last.plusDays(rule.pauseDays()));
                }
            });
            return pauses;
        }

        private Map<String, List<Hit>> hits(ContactRule rule) {
            Map<String, List<Hit>> hits = new LinkedHashMap<>();
            Set<List<Object>> counted = new HashSet<>();
            Map<Object, Integer> conversations = rule.windowInteractions() == null ? Map.of() : conversations(rule);
            for (PastOffer each : offers) {
                if (!counts(rule, each)) {
                    continue;
                }
                Object conversation = conversation(each);
                Hit hit = new Hit(day(each, rule.outcome()), conversations.getOrDefault(conversation, 0));
                add(hits, counted, rule, new Member(each.action(), each.group(), each.issue()), conversation, hit);
                if (rule.outcome() == Outcome.ACCEPTED && !rule.scope().equals(ContactRule.ANY)) {
                    for (Member member : bundles.getOrDefault(each.action(), List.of())) {
                        add(hits, counted, rule, member, conversation, hit);
                    }
                }
            }
            return hits;
        }

        private boolean counts(ContactRule rule, PastOffer offer) {
            boolean impression = rule.outcome() == Outcome.SHOWN || rule.outcome() == Outcome.PRESENTED;
            boolean now = current != null && current.equals(offer.conversation());
            return reached(offer, rule.outcome())
                    && (rule.channel() == null || rule.channel() == offer.channel())
                    && !(impression && now);
        }

        private static void add(
                Map<String, List<Hit>> hits,
                Set<List<Object>> counted,
                ContactRule rule,
                Member subject,
                Object conversation,
                Hit hit) {
            if (rule.issue() != null && !rule.issue().equals(subject.issue)) {
                return;
            }
            if (counted.add(List.of(conversation, subject.action))) {
                String place = switch (rule.scope()) {
                    case ContactRule.ANY -> "";
                    case ContactRule.ISSUE -> subject.issue;
                    case ContactRule.GROUP -> subject.group;
                    default -> subject.action;
                };
                hits.computeIfAbsent(place, key -> new ArrayList<>()).add(hit);
            }
        }

        /** Conversations of the rule's channel, newest first. */
        private Map<Object, Integer> conversations(ContactRule rule) {
            Map<Object, Instant> latest = new HashMap<>();
            for (PastOffer each : offers) {
                if (rule.channel() == null || rule.channel() == each.channel()) {
                    latest.merge(conversation(each), each.at(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
            List<Object> order = new ArrayList<>(latest.keySet());
            order.sort(Comparator.comparing(
                            (Object key) -> latest.getOrDefault(key, Instant.EPOCH), Comparator.reverseOrder())
                    .thenComparing(Object::toString));
            Map<Object, Integer> places = new HashMap<>();
            order.forEach(key -> places.put(key, places.size()));
            return places;
        }

        private LocalDate day(PastOffer offer, Outcome outcome) {
            Instant at = switch (outcome) {
                case SHOWN, EXPIRED -> offer.at();
                case PRESENTED -> offer.presentedAt();
                default -> offer.answeredAt();
            };
            return LocalDate.ofInstant(at == null ? offer.at() : at, zone);
        }
    }

    /** Offers of one decision belong together where no conversation is known; they were made in the same instant. */
    private static Object conversation(PastOffer offer) {
        InteractionId known = offer.conversation();
        return known == null ? offer.at() : known;
    }

    /** The last day of the latest run of occurrences that fits into the rule's window; null when there is none. */
    private static @Nullable LocalDate latestBurst(ContactRule rule, List<Hit> hits) {
        hits.sort(Comparator.comparing(Hit::day, Comparator.reverseOrder()));
        Integer conversations = rule.windowInteractions();
        if (conversations == null) {
            return latestWithin(rule, hits);
        }
        LocalDate latest = null;
        for (Hit newest : hits) {
            int from = newest.conversation;
            LocalDate last = latestWithin(
                    rule,
                    hits.stream()
                            .filter(hit -> hit.conversation >= from && hit.conversation < from + conversations)
                            .toList());
            latest = latest == null || last != null && last.isAfter(latest) ? last : latest;
        }
        return latest;
    }

    private static @Nullable LocalDate latestWithin(ContactRule rule, List<Hit> newestFirst) {
        for (int i = 0; i + rule.count() <= newestFirst.size(); i++) {
            LocalDate last = newestFirst.get(i).day;
            LocalDate first = newestFirst.get(i + rule.count() - 1).day;
            if (rule.windowDays() == 0 || first.plusDays(rule.windowDays()).isAfter(last)) {
                return last;
            }
        }
        return null;
    }

    /** An answer implies that the action was presented and shown. */
    private static boolean reached(PastOffer offer, Outcome outcome) {
        Outcome state = offer.state();
        return switch (outcome) {
            case SHOWN -> true;
            case PRESENTED -> OutcomeOrder.impliesPresented(state) || offer.presentedAt() != null;
            case ACCEPTED -> state == Outcome.ACCEPTED || state == Outcome.FULFILLED;
            default -> state == outcome;
        };
    }
}
