package org.attune.strategy.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Nature;
import org.attune.catalog.Treatment;
import org.attune.kernel.Problem;
import org.attune.policy.ContactRule;
import org.attune.policy.RuleCompiler;
import org.attune.strategy.StrategyDocument;

/** Finds everything that is wrong with a document and says where. */
public final class DocumentCheck {
    private final RuleCompiler compiler;
    private final List<Problem> problems = new ArrayList<>();

    private DocumentCheck(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /** All problems, empty when the document can go live. */
    public static List<Problem> problems(StrategyDocument document, RuleCompiler compiler) {
        DocumentCheck check = new DocumentCheck(compiler);
        check.run(document);
        return check.problems;
    }

    private void run(StrategyDocument document) {
        Set<String> issues = new HashSet<>();
        for (Issue issue : document.issues()) {
            String place = "issues[" + issue.key() + "]";
            unique(issues, issue.key(), place);
            range(place + ".mix", issue.mix(), 0, 1);
            range(place + ".noneThreshold", issue.noneThreshold(), 0, 1);
            range(place + ".lever", issue.lever().percent(), -90, 900);
            engagement(place, issue.engagement());
        }
        Set<String> groups = new HashSet<>();
        for (Group group : document.groups()) {
            String place = "groups[" + group.key() + "]";
            unique(groups, group.key(), place);
            if (!issues.contains(group.issue())) {
                add(place + ".issue", "There is no issue '" + group.issue() + "'.");
            }
            range(place + ".lever", group.lever().percent(), -90, 900);
            engagement(place, group.engagement());
        }
        Set<String> actions = new HashSet<>();
        for (Action action : document.actions()) {
            unique(actions, action.key(), "actions[" + action.key() + "]");
            action(action, document, groups);
        }
        Set<String> rules = new HashSet<>();
        for (ContactRule rule : document.contactPolicy()) {
            String place = "contactPolicy[" + rule.key() + "]";
            unique(rules, rule.key(), place);
            range(place + ".count", rule.count(), 1, 1000);
            range(place + ".windowDays", rule.windowDays(), 1, 400);
            range(place + ".pauseDays", rule.pauseDays(), 0, 3650);
            if (!Set.of("action", "group", "issue").contains(rule.scope())) {
                add(place + ".scope", "'" + rule.scope() + "' must be action, group or issue.");
            }
        }
        range("arbitration.controlShare", document.arbitration().controlShare(), 0, 0.2);
        range("arbitration.exploration", document.arbitration().exploration(), 0, 1);
        range("arbitration.top", document.arbitration().top(), 1, 10);
    }

    private void action(Action action, StrategyDocument document, Set<String> groups) {
        String place = "actions[" + action.key() + "]";
        if (!groups.contains(action.group())) {
            add(place + ".group", "There is no group '" + action.group() + "'.");
        }
        if (action.nature() == null) {
            add(place + ".nature", "Say what the action does to the customer: sale, help, care ...");
        } else if (document.groups().stream()
                        .anyMatch(
                                g -> g.key().equals(action.group()) && g.issue().equals("sales"))
                && !Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT).contains(action.nature())) {
            add(place + ".nature", "An action of the issue sales sells: sale, upsell or credit.");
        }
        if (action.title() == null || action.title().isBlank()) {
            add(place + ".title", "An action needs a title.");
        } else if (words(action.title().en()) > 8) {
            add(place + ".title", "A title has at most eight words; the agent reads it in a glance.");
        }
        range(place + ".minutes", action.minutes(), 0, 120);
        range(place + ".companyValue", action.companyValue(), 0, 100);
        range(place + ".customerValue", action.customerValue(), 0, 100);
        range(place + ".startingPropensity", action.startingPropensity(), 0.001, 0.999);
        range(place + ".lever", action.lever().percent(), -90, 900);
        if (action.starts() != null && action.ends() != null && action.ends().isBefore(action.starts())) {
            add(place + ".ends", "The end lies before the start.");
        }
        if (action.channels().isEmpty()) {
            add(place + ".channels", "Name at least one channel.");
        }
        if (action.treatments().isEmpty()) {
            add(place + ".treatments", "An action needs at least one wording.");
        }
        Set<String> keys = new HashSet<>();
        for (Treatment treatment : action.treatments()) {
            String at = place + ".treatments[" + treatment.key() + "]";
            unique(keys, treatment.key(), at);
            if (treatment.script() == null || treatment.script().isBlank()) {
                add(at + ".script", "The spoken line is empty.");
            }
        }
        engagement(place, action.engagement());
    }

    private void engagement(String place, Engagement engagement) {
        rule(place + ".engagement.eligibility", engagement.eligibility());
        rule(place + ".engagement.applicability", engagement.applicability());
        rule(place + ".engagement.suitability", engagement.suitability());
    }

    private void rule(String place, String source) {
        compiler.check(source).forEach(p -> add(place + " " + p.place(), p.message()));
    }

    private void unique(Set<String> seen, String key, String place) {
        if (key == null || !key.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            add(place + ".key", "A key has lower-case letters, digits and dashes.");
        } else if (key.equals("none")) {
            add(place + ".key", "'none' is kept for proposing nothing.");
        } else if (!seen.add(key)) {
            add(place + ".key", "'" + key + "' is there twice.");
        }
    }

    private void range(String place, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            add(place, number(value) + " must be between " + number(low) + " and " + number(high) + ".");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    private void add(String place, String message) {
        problems.add(new Problem(place, message));
    }
}
