package org.attune.strategy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.policy.ContactPolicy;
import org.attune.policy.EngagementPolicy;
import org.attune.policy.JourneyStages;
import org.attune.policy.RuleBook;
import org.attune.policy.RuleCompiler;
import org.attune.policy.Shield;

/** One revision, compiled and ready to decide with. Immutable. */
public final class Strategy {
    private final long revision;
    private final StrategyDocument document;
    private final List<CompiledAction> actions = new ArrayList<>();
    private final ContactPolicy contactPolicy;
    private final RuleBook rules;
    private final Roster roster;
    private final JourneyStages journeys;

    /** Compiles a valid document. */
    public Strategy(long revision, StrategyDocument document, RuleCompiler compiler, ZoneId zone) {
        this.revision = revision;
        this.document = document;
        contactPolicy = new ContactPolicy(document.contactPolicy(), document.catalog(), zone);
        RuleBook.Draft book = RuleBook.draft(compiler);
        journeys = new JourneyStages(document.journeys());
        Map<String, Issue> issues = new HashMap<>();
        document.issues().forEach(issue -> issues.put(issue.key(), issue));
        Map<String, Group> groups = new HashMap<>();
        document.groups().forEach(group -> groups.put(group.key(), group));
        int[] kinds = Shield.kinds(document.catalog());
        for (Action action : document.actions()) {
            Group group = groups.get(action.group());
            Issue issue = group == null ? null : issues.get(group.issue());
            if (group == null || issue == null) {
                throw new IllegalStateException("action " + action.key() + " belongs to no issue");
            }
            EngagementPolicy policy = book.policy(issue, group, action);
            actions.add(new CompiledAction(action, group, issue, policy, kinds[actions.size()]));
        }
        rules = book.finish();
        roster = new Roster(
                actions.stream()
                        .map(each -> new ModelPath(
                                each.issue().key(),
                                each.group().key(),
                                each.action().key()))
                        .toList(),
                actions.stream()
                        .mapToDouble(each -> each.action().startingPropensity())
                        .toArray());
    }

    public long revision() {
        return revision;
    }

    public StrategyDocument document() {
        return document;
    }

    /** Every action, in the order of the document. */
    public List<CompiledAction> actions() {
        return actions;
    }

    /** The distinct rules of all policies. */
    public RuleBook rules() {
        return rules;
    }

    /** The actions as the models number them: the place of each in {@link #actions()}. */
    public Roster roster() {
        return roster;
    }

    public ContactPolicy contactPolicy() {
        return contactPolicy;
    }

    /** Tells which stage of each journey a customer is in. */
    public JourneyStages journeys() {
        return journeys;
    }
}
