package org.attune.studio;

import java.time.LocalDate;
import java.util.Locale;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.ui.Badge;

/** Whether an action can be proposed today, and if not, why. */
enum ActionState {
    LIVE(Badge.Kind.GOOD),
    PAUSED(Badge.Kind.WARN),
    NOT_YET(Badge.Kind.INFO),
    ENDED(Badge.Kind.NEUTRAL);

    private final Badge.Kind kind;

    ActionState(Badge.Kind kind) {
        this.kind = kind;
    }

    /** Paused, by itself or with its issue, weighs more than dates. */
    static ActionState of(Action action, Issue issue, LocalDate today) {
        if (action.paused() || issue.paused()) {
            return PAUSED;
        }
        if (action.starts() != null && today.isBefore(action.starts())) {
            return NOT_YET;
        }
        return action.validOn(today) ? LIVE : ENDED;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A badge with the word. */
    Badge badge() {
        return new Badge(Words.of(this), kind);
    }
}
