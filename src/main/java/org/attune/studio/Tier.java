package org.attune.studio;

import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Lever;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What issues and groups have in common while one is being changed.
 *
 * @param issue the issue a group belongs to, null for an issue
 */
record Tier(String key, LocalText label, @Nullable String issue, Engagement engagement) {
    private static final double MIX = 0.5;
    private static final double THRESHOLD = 0.05;

    static Tier of(Issue issue) {
        return new Tier(issue.key(), issue.label(), null, issue.engagement());
    }

    static Tier of(Group group) {
        return new Tier(group.key(), group.label(), group.issue(), group.engagement());
    }

    /** How many of the three rules say something. */
    int rules() {
        int rules = engagement.eligibility().isBlank() ? 0 : 1;
        rules += engagement.applicability().isBlank() ? 0 : 1;
        return rules + (engagement.suitability().isBlank() ? 0 : 1);
    }

    /** The issue with what was typed; what the page about ranking sets stays, or starts in the middle. */
    Issue issue(@Nullable Issue base) {
        return base == null
                ? new Issue(key, label, MIX, THRESHOLD, Lever.NONE, false, engagement)
                : new Issue(key, label, base.mix(), base.noneThreshold(), base.lever(), base.paused(), engagement);
    }

    Group group(@Nullable Group base) {
        return new Group(key, issue == null ? "" : issue, label, base == null ? Lever.NONE : base.lever(), engagement);
    }
}
