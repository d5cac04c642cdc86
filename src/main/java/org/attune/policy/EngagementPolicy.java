package org.attune.policy;

import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** The compiled engagement policy of one action: eligibility, applicability, suitability, each of issue, group and action. */
public final class EngagementPolicy {
    private record Tier(String stage, Rule rule) {}

    private final List<Tier> tiers = new ArrayList<>();

    /** Compiles the rules; what is wrong is an {@link org.attune.kernel.InvalidException}. */
    public EngagementPolicy(RuleCompiler compiler, Issue issue, Group group, Action action) {
        List<Engagement> levels = List.of(issue.engagement(), group.engagement(), action.engagement());
        levels.forEach(level -> add(compiler, "eligibility", level.eligibility()));
        levels.forEach(level -> add(compiler, "applicability", level.applicability()));
        levels.forEach(level -> add(compiler, "suitability", level.suitability()));
    }

    private void add(RuleCompiler compiler, String stage, String source) {
        if (!source.isBlank()) {
            tiers.add(new Tier(stage, compiler.compile(source)));
        }
    }

    /** The first rule that does not pass, null when all do. */
    public @Nullable Rejection judge(Facts facts) {
        for (Tier tier : tiers) {
            Rule.Verdict verdict = tier.rule.evaluate(facts);
            if (!verdict.passed()) {
                return new Rejection(tier.stage, tier.rule.source(), verdict.values(), words(tier.stage, verdict));
            }
        }
        return null;
    }

    private static LocalText words(String stage, Rule.Verdict verdict) {
        if (!verdict.missing().isEmpty()) {
            String names = String.join(", ", verdict.missing());
            return new LocalText("Not known: " + names, "Inconnu : " + names);
        }
        return switch (stage) {
            case "eligibility" -> new LocalText("Not allowed for this customer", "Non autorisé pour ce client");
            case "applicability" -> new LocalText("Does not fit the situation now", "Ne correspond pas à la situation");
            default -> new LocalText("Not right for this person", "Pas adapté à cette personne");
        };
    }
}
