package org.attune.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.attune.arbitration.ArbitrationSettings;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Journey;
import org.attune.policy.Constraint;
import org.attune.policy.ContactLimit;
import org.attune.policy.ContactRule;
import org.attune.policy.EventRule;
import org.attune.policy.ShieldSettings;

/** A strategy as one readable document: what {@code GET /catalog} answers and a revision stores. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StrategyDocument(
        List<Issue> issues,
        List<Group> groups,
        List<Action> actions,
        List<ContactRule> contactPolicy,
        List<ContactLimit> contactLimits,
        List<Constraint> constraints,
        ArbitrationSettings arbitration,
        ShieldSettings shield,
        List<Journey> journeys,
        List<EventRule> eventRules,
        List<Persona> personas) {
    /** Nothing in it. */
    public static final StrategyDocument EMPTY =
            of(List.of(), List.of(), List.of(), List.of(), ArbitrationSettings.DEFAULT);

    public StrategyDocument {
        issues = issues == null ? List.of() : List.copyOf(issues);
        groups = groups == null ? List.of() : List.copyOf(groups);
        actions = actions == null ? List.of() : List.copyOf(actions);
        contactPolicy = contactPolicy == null ? List.of() : List.copyOf(contactPolicy);
        contactLimits = contactLimits == null ? List.of() : List.copyOf(contactLimits);
        constraints = constraints == null ? List.of() : List.copyOf(constraints);
        arbitration = arbitration == null ? ArbitrationSettings.DEFAULT : arbitration;
        shield = shield == null ? ShieldSettings.DEFAULT : shield;
        journeys = journeys == null ? List.of() : List.copyOf(journeys);
        eventRules = eventRules == null ? List.of() : List.copyOf(eventRules);
        personas = personas == null ? List.of() : List.copyOf(personas);
    }

    /** A document of these parts and nothing else. */
    public static StrategyDocument of(
            List<Issue> issues,
            List<Group> groups,
            List<Action> actions,
            List<ContactRule> contactPolicy,
            ArbitrationSettings arbitration) {
        return new StrategyDocument(
                issues,
                groups,
                actions,
                contactPolicy,
                List.of(),
                List.of(),
                arbitration,
                ShieldSettings.DEFAULT,
                List.of(),
                List.of(),
                List.of());
    }

    /** The catalog part. */
    public Catalog catalog() {
        return new Catalog(issues, groups, actions);
    }

    /** Every rule of every engagement policy, as written. */
    Stream<String> rules() {
        return Stream.of(
                        issues.stream().map(Issue::engagement),
                        groups.stream().map(Group::engagement),
                        actions.stream().map(Action::engagement))
                .flatMap(each -> each)
                .flatMap(each -> Stream.of(each.eligibility(), each.applicability(), each.suitability()));
    }

    /** The same document with another catalog. */
    public StrategyDocument with(Catalog catalog) {
        return new StrategyDocument(
                catalog.issues(),
                catalog.groups(),
                catalog.actions(),
                contactPolicy,
                contactLimits,
                constraints,
                arbitration,
                shield,
                journeys,
                eventRules,
                personas);
    }

    /** The same document with other settings of arbitration. */
    public StrategyDocument with(ArbitrationSettings settings) {
        return new StrategyDocument(
                issues,
                groups,
                actions,
                contactPolicy,
                contactLimits,
                constraints,
                settings,
                shield,
                journeys,
                eventRules,
                personas);
    }

    /** The same document with other settings of the shield. */
    public StrategyDocument with(ShieldSettings settings) {
        return new StrategyDocument(
                issues,
                groups,
                actions,
                contactPolicy,
                contactLimits,
                constraints,
                arbitration,
                settings,
                journeys,
                eventRules,
                personas);
    }

    /** The same document with other contact rules, limits and constraints. */
    public StrategyDocument with(List<ContactRule> rules, List<ContactLimit> limits, List<Constraint> supplies) {
        return new StrategyDocument(
                issues, groups, actions, rules, limits, supplies, arbitration, shield, journeys, eventRules, personas);
    }

    /** The same document with other personas. */
    public StrategyDocument withPersonas(List<Persona> others) {
        return new StrategyDocument(
                issues,
                groups,
                actions,
                contactPolicy,
                contactLimits,
                constraints,
                arbitration,
                shield,
                journeys,
                eventRules,
                others);
    }

    /** The same document with other event rules. */
    public StrategyDocument withEventRules(List<EventRule> rules) {
        return new StrategyDocument(
                issues,
                groups,
                actions,
                contactPolicy,
                contactLimits,
                constraints,
                arbitration,
                shield,
                journeys,
                rules,
                personas);
    }
}
