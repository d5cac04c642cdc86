package org.attune.care.engine;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.attune.kernel.Keyed;

/** What forbids to cut somebody off, after the Customer Hardship Policy Guideline of the Australian Energy Regulator. */
public enum NoDisconnection implements Keyed {
    PLAN_KEPT,
    COMPLAINT_OPEN,
    LIFE_SUPPORT,
    CONCESSION_PENDING,
    MORATORIUM;

    /** Everything that forbids it; empty when nothing does. */
    public static Set<NoDisconnection> reasons(
            boolean planKept,
            boolean complaintOpen,
            boolean lifeSupport,
            boolean concessionPending,
            boolean moratorium) {
        Set<NoDisconnection> reasons = EnumSet.noneOf(NoDisconnection.class);
        boolean[] holds = {planKept, complaintOpen, lifeSupport, concessionPending, moratorium};
        for (NoDisconnection each : values()) {
            if (holds[each.ordinal()]) {
                reasons.add(each);
            }
        }
        return reasons;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
