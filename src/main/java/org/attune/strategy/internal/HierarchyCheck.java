package org.attune.strategy.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.strategy.StrategyDocument;

/** Issues and groups. */
final class HierarchyCheck implements PartCheck {
    @Override
    public void check(StrategyDocument document, Findings findings) {
        Findings.Keys issueKeys = findings.keys();
        for (Issue issue : document.issues()) {
            String place = "issues[" + issue.key() + "]";
            issueKeys.add(issue.key(), place);
            findings.text(place + ".label", issue.label(), "An issue needs a label.");
            findings.range(place + ".mix", issue.mix(), 0, 1);
            findings.range(place + ".noneThreshold", issue.noneThreshold(), 0, 1);
            findings.lever(place, issue.lever());
            findings.engagement(place, issue.engagement());
        }
        Set<String> issues = document.issues().stream().map(Issue::key).collect(Collectors.toSet());
        Findings.Keys groupKeys = findings.keys();
        for (Group group : document.groups()) {
            String place = "groups[" + group.key() + "]";
            groupKeys.add(group.key(), place);
            findings.text(place + ".label", group.label(), "A group needs a label.");
            findings.known(place + ".issue", group.issue(), issues, "issue");
            findings.lever(place, group.lever());
            findings.engagement(place, group.engagement());
        }
    }
}
