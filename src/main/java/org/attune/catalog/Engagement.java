package org.attune.catalog;

/**
 * An engagement policy: three tiers of rules in the rule language. An empty rule always passes.
 *
 * @param eligibility may we, by law or contract
 * @param applicability does it fit the situation now
 * @param suitability is it right for this person
 */
public record Engagement(String eligibility, String applicability, String suitability) {
    /** No rule in any tier. */
    public static final Engagement NONE = new Engagement("", "", "");

    public Engagement {
        eligibility = eligibility == null ? "" : eligibility.strip();
        applicability = applicability == null ? "" : applicability.strip();
        suitability = suitability == null ? "" : suitability.strip();
    }
}
