package org.attune.strategy.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Nature;
import org.attune.policy.ContactKind;
import org.attune.policy.Shield;
import org.attune.policy.ShieldPreset;
import org.attune.policy.ShieldSettings;
import org.attune.strategy.StrategyDocument;

/**
 * The shield's settings, and actions whose label contradicts what they do. The shield judges such actions by what they do in any
 * case; refusing them keeps catalogs honest.
 */
final class ShieldCheck implements PartCheck {
    private static final Set<Nature> SELLING = Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT);
    private static final Set<Nature> OWED = Set.of(Nature.COLLECTION, Nature.REPAYMENT);

    @Override
    public void check(StrategyDocument document, Findings findings) {
        settings(document.shield(), findings);
        Map<String, String> issues = new HashMap<>();
        for (Group group : document.groups()) {
            issues.put(group.key(), group.issue() == null ? "" : group.issue());
        }
        int[] kinds = Shield.kinds(document.catalog());
        for (int i = 0; i < kinds.length; i++) {
            Action action = document.actions().get(i);
            if (action.nature() != null) {
                String issue = issues.getOrDefault(action.group(), "");
                label("actions[" + action.key() + "]", action, issue, kinds[i], findings);
            }
        }
    }

    private static void settings(ShieldSettings shield, Findings findings) {
        if (!shield.preset().isEmpty() && ShieldPreset.find(shield.preset()) == null) {
            findings.add("shield.preset", "There is no preset '" + shield.preset() + "'. Known: uk, au, fr.");
        }
        findings.range(
                "shield.coolOffDays", shield.coolOffDays(), ShieldSettings.COOL_OFF_MIN, ShieldSettings.COOL_OFF_MAX);
        for (int i = 0; i < shield.additions().size(); i++) {
            ShieldSettings.Addition each = shield.additions().get(i);
            if (each.state() == null) {
                findings.add("shield.additions[" + i + "].state", "Say in which state more is forbidden.");
            }
            if (each.forbids().isEmpty()) {
                findings.add("shield.additions[" + i + "].forbids", "Say what is forbidden there.");
            }
        }
    }

    private static void label(String place, Action action, String issue, int kinds, Findings findings) {
        Nature nature = action.nature();
        boolean sells = SELLING.contains(nature);
        if (action.priceDelta().signum() > 0 && !sells) {
            findings.add(
                    place + ".nature",
                    "It makes the customer pay more, so it sells: its nature is sale, upsell or credit, not "
                            + nature.key() + ".");
        } else if (!action.members().isEmpty() && (kinds & ContactKind.SALES) != 0 && !sells) {
            findings.add(
                    place + ".members",
                    "One of them sells, so the bundle does: its nature is sale, upsell or credit, not " + nature.key()
                            + ".");
        }
        if (issue.equals("hardship") && (sells || nature == Nature.COLLECTION)) {
            findings.add(place + ".nature", "The issue hardship helps: it neither sells nor collects.");
        }
        if (issue.equals("collections") && sells) {
            findings.add(place + ".nature", "The issue collections does not sell.");
        }
        if (OWED.contains(nature) && action.priceDelta().signum() < 0) {
            findings.add(place + ".priceDelta", "What asks for repayment does not lower a monthly price.");
        }
    }
}
