package org.attune.strategy.internal;

import java.util.List;
import org.attune.customer.AttributeDictionary;
import org.attune.kernel.Problem;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.StrategyDocument;

/** Finds everything that is wrong with a document and says where, all at once. */
public final class DocumentCheck {
    /** One class per part, in the order in which problems are told. */
    private static final List<PartCheck> PARTS = List.of(
            new HierarchyCheck(),
            new ActionCheck(),
            new GuideCheck(),
            new ShieldCheck(),
            new ContactCheck(),
            new ArbitrationCheck(),
            new JourneyCheck(),
            new EventRuleCheck(),
            new PersonaCheck());

    private DocumentCheck() {}

    /** All problems, empty when the document can go live. */
    public static List<Problem> problems(
            StrategyDocument document, RuleCompiler compiler, AttributeDictionary dictionary) {
        Findings findings = new Findings(compiler, dictionary);
        PARTS.forEach(part -> part.check(document, findings));
        return findings.problems();
    }
}
