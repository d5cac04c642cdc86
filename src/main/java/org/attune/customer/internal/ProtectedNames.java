package org.attune.customer.internal;

import java.util.List;
import java.util.Set;

/**
 * Names that usually stand for what must not be learned from (age, sex, origin, health, belief, family, union), in English
 * and French. An import that creates attributes makes these protected; an admin may look at each and decide otherwise only
 * by defining it anew.
 */
final class ProtectedNames {
    /** A name is protected when one of its words is one of these ... */
    private static final Set<String> WORDS = Set.of(
            "age",
            "sex",
            "gender",
            "marital",
            "married",
            "ethnicity",
            "ethnic",
            "race",
            "religion",
            "faith",
            "health",
            "disability",
            "disabled",
            "children",
            "child",
            "kids",
            "dependents",
            "dependants",
            "partner",
            "spouse",
            "family",
            "nationality",
            "citizenship",
            "orientation",
            "union",
            "illness",
            "medical",
            "political",
            "sexe",
            "genre",
            "civilite",
            "matrimonial",
            "matrimoniale",
            "ethnie",
            "origine",
            "origin",
            "sante",
            "handicap",
            "enfants",
            "enfant",
            "conjoint",
            "epoux",
            "epouse",
            "famille",
            "nationalite",
            "syndicat",
            "maladie",
            "grossesse",
            "enceinte",
            "croyance");

    /** ... or begins with one of these. */
    private static final List<String> BEGINNINGS =
            List.of("pregnan", "senior", "birth", "naissance", "religi", "handicap");

    private ProtectedNames() {}

    /** Whether an attribute of this snake_case name is protected unless somebody says otherwise. */
    static boolean contains(String key) {
        for (String word : key.split("_")) {
            if (WORDS.contains(word) || BEGINNINGS.stream().anyMatch(word::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
