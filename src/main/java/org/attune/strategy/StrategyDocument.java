package org.attune.strategy;

import java.util.List;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.policy.ContactRule;

/** A strategy as one readable document: what {@code GET /catalog} answers and a revision stores. */
public record StrategyDocument(
        List<Issue> issues,
        List<Group> groups,
        List<Action> actions,
        List<ContactRule> contactPolicy,
        ArbitrationSettings arbitration) {
    public StrategyDocument {
        issues = issues == null ? List.of() : List.copyOf(issues);
        groups = groups == null ? List.of() : List.copyOf(groups);
        actions = actions == null ? List.of() : List.copyOf(actions);
        contactPolicy = contactPolicy == null ? List.of() : List.copyOf(contactPolicy);
        arbitration = arbitration == null ? ArbitrationSettings.DEFAULT : arbitration;
    }

    /** The catalog part. */
    public Catalog catalog() {
        return new Catalog(issues, groups, actions);
    }

    /** The same document with another catalog. */
    public StrategyDocument with(Catalog catalog) {
        return new StrategyDocument(catalog.issues(), catalog.groups(), catalog.actions(), contactPolicy, arbitration);
    }
}
