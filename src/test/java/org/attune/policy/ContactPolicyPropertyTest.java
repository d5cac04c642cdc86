package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contact policy against a second, slow and literal reading of the rules, on random pasts around DST nights and leap days. */
class ContactPolicyPropertyTest {
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Paris"), ZoneId.of("America/New_York"));
    private static final List<String> SCOPES = List.of("action", "group", "issue", "any");

    @Test
    void agreesWithALiteralReadingOfTheRules() {
        Random random = new Random(20261122);
        int held = 0;
        for (int round = 0; round < 20_000; round++) {
            ZoneId zone = ZONES.get(random.nextInt(2));
            List<PastOffer> past = past(random, zone);
            List<ContactRule> rules = rules(random);
            LocalDate today = LocalDate.of(2028, 1, 20).plusDays(random.nextInt(80));
            ContactPolicy policy = new ContactPolicy(rules, zone);
            for (int a = 0; a < 6; a++) {
                Rejection real = policy.judge("a" + a, "g" + a % 3, "i" + a % 3 % 2, past, today);
                String expected = literally(rules, "a" + a, "g" + a % 3, "i" + a % 3 % 2, past, today, zone);
                String said =
                        real == null ? null : real.rule() + " " + real.values().get("again");
                assertThat(said).as("%s %s %s %s", rules, past, today, zone).isEqualTo(expected);
                held += real == null ? 0 : 1;
            }
        }
        assertThat(held)
                .as("the test holds something back and lets something through")
                .isBetween(5_000, 115_000);
    }

    private static List<ContactRule> rules(Random random) {
        List<ContactRule> rules = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String scope = SCOPES.get(random.nextInt(4));
            Integer interactions = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : null;
            rules.add(new ContactRule(
                    "r" + i,
                    Outcome.values()[random.nextInt(Outcome.values().length)],
                    scope,
                    !scope.equals("any") && random.nextInt(4) == 0 ? "i" + random.nextInt(2) : null,
                    random.nextInt(4) == 0 ? Channel.WEB : null,
                    1 + random.nextInt(3),
                    interactions != null && random.nextBoolean() ? 0 : 1 + random.nextInt(20),
                    interactions,
                    random.nextInt(20),
                    LocalText.same("Rule")));
        }
        return rules;
    }

    private static List<PastOffer> past(Random random, ZoneId zone) {
        List<PastOffer> past = new ArrayList<>();
        InteractionId[] talks = new InteractionId[4];
        for (int i = 0; i < talks.length; i++) {
            talks[i] = InteractionId.next();
        }
        Instant start = LocalDate.of(2028, 1, 15).atStartOfDay(zone).toInstant();
        int count = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(6);
            // 75 days from mid January reach over 29 February and both spring nights.
            Instant at = start.plusSeconds(1800L * random.nextInt(75 * 48));
            Outcome state = Outcome.values()[random.nextInt(Outcome.values().length)];
            boolean late = random.nextInt(3) == 0;
            past.add(new PastOffer(
                    "a" + a,
                    "i" + a % 3 % 2,
                    "g" + a % 3,
                    random.nextBoolean() ? Channel.WEB : Channel.CALL_CENTER,
                    state,
                    at,
                    state == Outcome.NOT_NOW && random.nextBoolean() ? LocalDate.of(2028, 3, 1) : null,
                    random.nextInt(3) == 0 ? null : talks[random.nextInt(4)],
                    late ? at.plusSeconds(3600 * 5) : null,
                    late ? at.plusSeconds(3600 * 30) : null));
        }
        past.sort(Comparator.comparing(PastOffer::at).reversed());
        return past;
    }

    private static @Nullable String literally(
            List<ContactRule> rules,
            String action,
            String group,
            String issue,
            List<PastOffer> past,
            LocalDate today,
            ZoneId zone) {
        for (PastOffer each : past) {
            LocalDate again = each.again();
            if (again != null && each.action().equals(action) && today.isBefore(again)) {
                return "not-now " + again;
            }
        }
        List<ContactRule> all = new ArrayList<>(rules);
        boolean says = rules.stream()
                .anyMatch(r -> r.outcome() == Outcome.ACCEPTED
                        && r.scope().equals("action")
                        && r.issue() == null
                        && r.channel() == null
                        && r.count() == 1);
        if (!says) {
            all.add(ContactRule.ofDays("accepted", Outcome.ACCEPTED, "action", 1, 1, 400, LocalText.same("")));
        }
        for (ContactRule rule : all) {
            if (rule.issue() != null && !rule.issue().equals(issue)) {
                continue;
            }
            LocalDate until = until(rule, action, group, issue, past, zone);
            if (until != null && today.isBefore(until)) {
                return rule.key() + " " + until;
            }
        }
        return null;
    }

    private record Hit(LocalDate day, int talk) {}

    private static @Nullable LocalDate until(
            ContactRule rule, String action, String group, String issue, List<PastOffer> past, ZoneId zone) {
        List<Object> talks = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PastOffer each : past) {
            if (rule.channel() != null && each.channel() != rule.channel()) {
                continue;
            }
            Object talk = Objects.requireNonNullElse((Object) each.conversation(), each.at());
            if (!talks.contains(talk)) {
                talks.add(talk);
            }
            boolean inScope = switch (rule.scope()) {
                case "any" -> true;
                case "issue" -> each.issue().equals(issue);
                case "group" -> each.group().equals(group);
                default -> each.action().equals(action);
            };
            if (!inScope || rule.issue() != null && !rule.issue().equals(each.issue())) {
                continue;
            }
            Outcome state = each.state();
            Instant at = each.at();
            boolean hit;
            switch (rule.outcome()) {
                case SHOWN -> hit = true;
                case PRESENTED -> {
                    hit = each.presentedAt() != null
                            || Set.of(
                                            Outcome.PRESENTED,
                                            Outcome.ACCEPTED,
                                            Outcome.DECLINED,
                                            Outcome.NOT_NOW,
                                            Outcome.FULFILLED,
                                            Outcome.CANCELLED)
                                    .contains(state);
                    at = Objects.requireNonNullElse(each.presentedAt(), at);
                }
                case ACCEPTED -> {
                    hit = state == Outcome.ACCEPTED || state == Outcome.FULFILLED;
                    at = Objects.requireNonNullElse(each.answeredAt(), at);
                }
                case EXPIRED -> hit = state == Outcome.EXPIRED;
                default -> {
                    hit = state == rule.outcome();
                    at = Objects.requireNonNullElse(each.answeredAt(), at);
                }
            }
            if (hit && seen.add(talk + " " + each.action())) {
                hits.add(new Hit(at.atZone(zone).toLocalDate(), talks.indexOf(talk)));
            }
        }
        LocalDate latest = null;
        // Every choice of hits: at most 2^9.
        for (int choice = 1; choice < 1 << hits.size(); choice++) {
            List<Hit> chosen = new ArrayList<>();
            for (int i = 0; i < hits.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    chosen.add(hits.get(i));
                }
            }
            if (chosen.size() != rule.count()) {
                continue;
            }
            LocalDate first =
                    chosen.stream().map(Hit::day).min(Comparator.naturalOrder()).orElseThrow();
            LocalDate last =
                    chosen.stream().map(Hit::day).max(Comparator.naturalOrder()).orElseThrow();
            int newest = chosen.stream().mapToInt(Hit::talk).min().orElseThrow();
            int oldest = chosen.stream().mapToInt(Hit::talk).max().orElseThrow();
            boolean days = rule.windowDays() == 0 || last.toEpochDay() - first.toEpochDay() < rule.windowDays();
            boolean conversations = rule.windowInteractions() == null || oldest - newest < rule.windowInteractions();
            if (days && conversations && (latest == null || last.isAfter(latest))) {
                latest = last;
            }
        }
        return latest == null ? null : latest.plusDays(rule.pauseDays());
    }
}
