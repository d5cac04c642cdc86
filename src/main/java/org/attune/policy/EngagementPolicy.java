package org.attune.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The engagement policy of one action: eligibility (may we), applicability (does it fit the situation now), suitability (is it
 * right for this person), each of issue, group and action, asked in this order. Immutable.
 */
public final class EngagementPolicy {
    private record Tier(String stage, String level, Rule rule) {}

    private final List<Tier> tiers = new ArrayList<>();
    private final int[] rules;

    EngagementPolicy(RuleBook.Draft book, Issue issue, Group group, Action action) {
        List<Integer> indexes = new ArrayList<>();
        tier(book, indexes, "eligibility", Engagement::eligibility, issue, group, action);
        tier(book, indexes, "applicability", Engagement::applicability, issue, group, action);
        tier(book, indexes, "suitability", Engagement::suitability, issue, group, action);
        rules = indexes.stream().mapToInt(Integer::intValue).toArray();
    }

    private void tier(
            RuleBook.Draft book,
            List<Integer> indexes,
            String stage,
            Function<Engagement, String> of,
            Issue issue,
            Group group,
            Action action) {
        add(book, indexes, stage, "issue", of.apply(issue.engagement()));
        add(book, indexes, stage, "group", of.apply(group.engagement()));
        add(book, indexes, stage, "action", of.apply(action.engagement()));
    }

    private void add(RuleBook.Draft book, List<Integer> indexes, String stage, String level, String source) {
        if (!source.isBlank()) {
            int index = book.index(source);
            indexes.add(index);
            tiers.add(new Tier(stage, level, book.rule(index)));
        }
    }

    /**
     * The place of the first rule that does not pass, -1 when all do. Allocates nothing.
     *
     * @param evaluation of the {@link RuleBook} this policy was made with
     */
    public int firstFailed(RuleBook.Evaluation evaluation) {
        for (int place = 0; place < rules.length; place++) {
            if (!evaluation.passes(rules[place])) {
                return place;
            }
        }
        return -1;
    }

    /** {@code eligibility}, {@code applicability} or {@code suitability}. */
    public String stage(int failed) {
        return tiers.get(failed).stage;
    }

    /** Where the rule is written: {@code issue}, {@code group} or {@code action}. */
    public String level(int failed) {
        return tiers.get(failed).level;
    }

    /** The rule as written. */
    public String source(int failed) {
        return tiers.get(failed).rule.source();
    }

    /** Why the rule at this place does not pass, with the values it read in these facts. */
    public Rejection rejection(int failed, Facts facts) {
        Tier tier = tiers.get(failed);
        Rule.Verdict verdict = tier.rule.evaluate(facts);
        return new Rejection(tier.stage, tier.rule.source(), verdict.values(), words(tier, verdict));
    }

    /** The first rule that does not pass, null when all do. For one action; {@link #firstFailed} is for many. */
    public @Nullable Rejection judge(Facts facts) {
        for (int place = 0; place < tiers.size(); place++) {
            if (!tiers.get(place).rule.passes(facts)) {
                return rejection(place, facts);
            }
        }
        return null;
    }

    private static LocalText words(Tier tier, Rule.Verdict verdict) {
        if (!verdict.missing().isEmpty()) {
            List<LocalText> names =
                    verdict.missing().stream().map(tier.rule::label).toList();
            return new LocalText(
                    "Not known: " + names.stream().map(LocalText::en).collect(Collectors.joining(", ")),
                    "Inconnu : " + names.stream().map(LocalText::fr).collect(Collectors.joining(", ")));
        }
        return switch (tier.stage) {
            case "eligibility" -> new LocalText("Not allowed for this customer", "Non autorisé pour ce client");
            case "applicability" -> new LocalText("Does not fit the situation now", "Ne correspond pas à la situation");
            default -> new LocalText("Not right for this person", "Pas adapté à cette personne");
        };
    }
}
