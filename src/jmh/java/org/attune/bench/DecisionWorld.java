package org.attune.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.Factors;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Attributes;
import org.attune.customer.Sensitivity;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.policy.ContactRule;
import org.attune.strategy.StrategyDocument;

/**
 * An invented company for measuring: 60 attributes that are all predictors, and catalogs of any size with rules on every level.
 * Seeded.
 */
final class DecisionWorld {
    static final int ATTRIBUTES = 60;

    private static final List<String> ISSUES =
            List.of("hardship", "collections", "retention", "service", "nurture", "information", "sales", "risk");
    private static final List<String> REASONS =
            List.of("billing", "payment", "technical", "leaving", "upgrade", "moving", "travel", "complaint");

    private DecisionWorld() {}

    /** Forty numbers and twenty categories. */
    static void attributes(Attributes attributes) {
        for (int i = 0; i < ATTRIBUTES; i++) {
            String key = key(i);
            attributes.define(
                    new AttributeDefinition(
                            key,
                            i < 40 ? AttributeType.NUMBER : AttributeType.CATEGORY,
                            LocalText.same(key),
                            Sensitivity.ORDINARY,
                            true,
                            "bench",
                            "recent",
                            "none",
                            false),
                    "bench");
        }
    }

    /** A catalog in which about a fifth of the actions pass every policy. */
    static StrategyDocument document(int actions) {
        Random random = new Random(42);
        List<Issue> issues = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (String issue : ISSUES) {
            issues.add(new Issue(
                    issue,
                    LocalText.same(issue),
                    0.4,
                    0.02,
                    Lever.NONE,
                    false,
                    new Engagement("", "", "!('bereavement' in states)")));
            for (int g = 0; g < 4; g++) {
                groups.add(new Group(
                        issue + "-" + g,
                        issue,
                        LocalText.same(issue + " " + g),
                        Lever.NONE,
                        new Engagement("", g == 0 ? "reason != 'complaint'" : "", "")));
            }
        }
        List<Action> all = new ArrayList<>();
        for (int i = 0; i < actions; i++) {
            String issue = ISSUES.get(i % ISSUES.size());
            all.add(action(i, issue, random));
        }
        List<ContactRule> rules = List.of(
                ContactRule.ofDays(
                        "declined-90", Outcome.DECLINED, ContactRule.ACTION, 1, 90, 90, LocalText.same("Declined")),
                ContactRule.ofDays(
                        "presented-3", Outcome.PRESENTED, ContactRule.ACTION, 3, 30, 30, LocalText.same("Said")));
        List<ContextWeight> weights = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            weights.add(new ContextWeight(
                    REASONS.get(i % REASONS.size()), null, null, ISSUES.get(i % ISSUES.size()), null, null, 20 + i));
        }
        return StrategyDocument.of(
                issues, groups, all, rules, new ArbitrationSettings(Factors.ALL, 0.02, 0.5, 3, weights));
    }

    private static Action action(int i, String issue, Random random) {
        Nature nature = switch (issue) {
            case "sales" -> Nature.SALE;
            case "collections" -> Nature.COLLECTION;
            case "hardship" -> Nature.FORBEARANCE;
            default -> Nature.HELP;
        };
        String key = "action-" + i;
        return new Action(
                key,
                issue + "-" + random.nextInt(4),
                nature,
                LocalText.same("Action " + i),
                LocalText.same("Good for something"),
                3,
                20 + random.nextInt(80),
                20 + random.nextInt(80),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                EnumSet.of(Channel.CALL_CENTER, Channel.WEB),
                null,
                null,
                0.05 + 0.4 * random.nextDouble(),
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                // Two hundred distinct rules of four clauses, however many actions there are.
                new Engagement(rule(i % 100, "||"), rule(100 + i % 100, "&&"), ""),
                List.of(new Treatment(key + "-n", Tone.NEUTRAL, LocalText.same("Shall we look at it together?"))),
                List.of());
    }

    /** Four clauses over different attributes. */
    static String rule(int seed, String first) {
        Random random = new Random(seed);
        String a = key(random.nextInt(40));
        String b = key(random.nextInt(40));
        String c = key(40 + random.nextInt(20));
        return "(%s > %.1f %s %s <= %.1f) && %s in ['c0', 'c1', 'c2', 'c3'] && !('outage' in signals && reason == 'travel')"
                .formatted(a, 10.0 + random.nextInt(40), first, b, 60.0 + random.nextInt(40), c);
    }

    static String key(int attribute) {
        return "p%02d".formatted(attribute);
    }

    static String reason(int n) {
        return REASONS.get(Math.floorMod(n, REASONS.size()));
    }
}
