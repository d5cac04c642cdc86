package org.attune.studio;

import org.attune.kernel.Language;
import org.attune.kernel.Problem;
import org.attune.strategy.RevisionState;
import org.attune.strategy.RevisionStep;
import org.attune.ui.Badge;
import org.attune.ui.Texts;

/** Words for where revisions stand. */
final class RevisionWords {
    private RevisionWords() {}

    static Badge badge(RevisionState state) {
        Badge.Kind kind = switch (state) {
            case LIVE -> Badge.Kind.GOOD;
            case SUBMITTED -> Badge.Kind.WARN;
            case DRAFT, APPROVED -> Badge.Kind.ACCENT;
            case RETIRED, DISCARDED -> Badge.Kind.NEUTRAL;
        };
        return new Badge(Texts.of("revisions.state." + state.key()), kind);
    }

    /** What was done last, such as {@code Submitted by ana}. */
    static String step(RevisionStep step) {
        return step(step, "");
    }

    private static String step(RevisionStep step, String more) {
        return Texts.of("revisions.step." + step.kind().key(), TrailLine.who(step.who())) + more;
    }

    static String problem(Problem problem) {
        return problem.place() + ": " + problem.message(Language.of(Texts.locale()));
    }
}
