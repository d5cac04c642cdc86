package org.attune.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.catalog.Nature;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;

/** Catalog entries of which only the engagement policy matters. */
final class PolicyCatalog {
    private PolicyCatalog() {}

    static Engagement eligibility(String rule) {
        return new Engagement(rule, "", "");
    }

    static Issue issue(String key, Engagement engagement) {
        return new Issue(key, LocalText.same(key), 0.5, 0, Lever.NONE, false, engagement);
    }

    static Group group(String key, String issue, Engagement engagement) {
        return new Group(key, issue, LocalText.same(key), Lever.NONE, engagement);
    }

    static Action action(String key, String group, Engagement engagement) {
        return new Action(
                key,
                group,
                Nature.values()[0],
                LocalText.same(key),
                LocalText.same(""),
                3,
                10,
                10,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Set.of(Channel.values()),
                null,
                null,
                0.2,
                ActionClass.DEFAULT,
                false,
                Lever.NONE,
                engagement,
                List.of(),
                List.of());
    }
}
