package org.attune.strategy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.attune.arbitration.ContextWeights;
import org.attune.arbitration.NoneThresholds;
import org.attune.arbitration.Place;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.policy.ContactPolicy;
import org.attune.policy.EngagementPolicy;
import org.attune.policy.EventRules;
import org.attune.policy.Facts;
import org.attune.policy.JourneyStages;
import org.attune.policy.Quotas;
import org.attune.policy.RuleBook;
import org.attune.policy.RuleCompiler;
import org.attune.policy.Shield;
import org.jspecify.annotations.Nullable;

/** One revision, compiled and ready to decide with. Immutable. */
public final class Strategy {
    private final long revision;
    private final StrategyDocument document;
    private final List<CompiledAction> actions = new ArrayList<>();
    private final ContactPolicy contactPolicy;
    private final Quotas quotas;
    private final Map<String, List<CompiledAction>> bundles = new HashMap<>();
    private final RuleBook rules;
    private final Roster roster;
    private final int[] tieOrder;
    private final JourneyStages journeys;
    private final ContextWeights contextWeights;
    private final NoneThresholds thresholds;
    private final EventRules eventRules;

    /** Compiles a valid document. */
    public Strategy(long revision, StrategyDocument document, RuleCompiler compiler, ZoneId zone) {
        this.revision = revision;
        this.document = document;
        contactPolicy = new ContactPolicy(document.contactPolicy(), document.catalog(), zone);
        quotas = new Quotas(document.contactLimits(), document.constraints(), document.catalog(), zone);
        RuleBook.Draft book = RuleBook.draft(compiler);
        journeys = new JourneyStages(document.journeys());
        eventRules = new EventRules(document.eventRules(), compiler);
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
        tieOrder = IntStream.range(0, actions.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> actions.get(i).issue().key())
                        .thenComparing(i -> actions.get(i).group().key())
                        .thenComparing(i -> actions.get(i).action().key()))
                .mapToInt(Integer::intValue)
                .toArray();
        compileBundles();
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
        List<Place> places = actions.stream()
                .map(each -> new Place(
                        each.issue().key(), each.group().key(), each.action().key()))
                .toList();
        contextWeights = new ContextWeights(document.arbitration().contextWeights(), places);
        thresholds = new NoneThresholds(document.arbitration().thresholds(), document.issues(), places);
    }

    private void compileBundles() {
        if (actions.stream().allMatch(each -> each.action().members().isEmpty())) {
            return;
        }
        Map<String, CompiledAction> byKey = new HashMap<>();
        actions.forEach(each -> byKey.put(each.action().key(), each));
        for (CompiledAction each : actions) {
            List<CompiledAction> members = new ArrayList<>();
            for (String key : each.action().members()) {
                CompiledAction member = byKey.get(key);
                if (member != null) {
                    members.add(member);
                }
            }
            if (!members.isEmpty()) {
                bundles.put(each.action().key(), List.copyOf(members));
            }
        }
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

    /** Places in {@link #actions()} in the order that decides ties: issue, group, action key. */
    public int[] tieOrder() {
        return tieOrder;
    }

    /** Context weights, ready; actions by their index in {@link #actions}. */
    public ContextWeights contextWeights() {
        return contextWeights;
    }

    /** Thresholds of NONE, ready; actions by their index in {@link #actions}. */
    public NoneThresholds thresholds() {
        return thresholds;
    }

    public ContactPolicy contactPolicy() {
        return contactPolicy;
    }

    /** Tells which stage of each journey a customer is in. */
    public JourneyStages journeys() {
        return journeys;
    }

    /** Limits and constraints, by action. */
    public Quotas quotas() {
        return quotas;
    }

    /** The bundle of that key; null when it is none. */
    public @Nullable CompiledAction bundle(String key) {
        return bundles.containsKey(key)
                ? actions.stream()
                        .filter(each -> each.action().key().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** What a bundle is made of; empty for a single action. */
    public List<CompiledAction> members(CompiledAction bundle) {
        return bundle.action().members().isEmpty()
                ? List.of()
                : bundles.getOrDefault(bundle.action().key(), List.of());
    }

    /** Tells what follows from a signal. */
    public EventRules eventRules() {
        return eventRules;
    }

    /**
     * Whether an open conversation is decided again when this signal arrives: as the event rules say; where none speaks of it,
     * when anything in the document names it.
     *
     * @param facts asked for only when a rule needs them
     */
    public boolean redecides(String signal, Supplier<Facts> facts) {
        Boolean said = eventRules.redecides(signal, facts);
        return said != null ? said : names(signal);
    }

    private boolean names(String signal) {
        String quoted = "'" + signal + "'";
        String otherwise = "\"" + signal + "\"";
        return document.arbitration().contextWeights().stream().anyMatch(each -> signal.equals(each.signal()))
                || document.journeys().stream()
                        .flatMap(journey -> journey.stages().stream())
                        .anyMatch(stage -> stage.signals().contains(signal))
                || document.rules().anyMatch(rule -> rule.contains(quoted) || rule.contains(otherwise));
    }
}
