package org.attune.insight.ui;

import java.util.Locale;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Sums;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Lifts and rates in words. */
final class EvidenceWords {
    private EvidenceWords() {}

    /** What may be said: proven, a hint, not significant, too few. */
    static String verdict(@Nullable Lift lift) {
        return Texts.of("insight.evidence.verdict." + key(lift));
    }

    /** The same, and why it may be said. */
    static String explained(@Nullable Lift lift) {
        return Texts.of("insight.evidence.verdict." + key(lift) + ".long");
    }

    static Badge badge(@Nullable Lift lift) {
        Badge badge = new Badge(
                verdict(lift),
                switch (key(lift)) {
                    case "better" -> Badge.Kind.GOOD;
                    case "worse" -> Badge.Kind.BAD;
                    case "hint" -> Badge.Kind.INFO;
                    default -> Badge.Kind.NEUTRAL;
                });
        badge.setTitle(explained(lift));
        return badge;
    }

    private static String key(@Nullable Lift lift) {
        if (lift == null) {
            return "none";
        }
        return switch (lift.verdict()) {
            case PROVEN -> lift.value() > 0 ? "better" : "worse";
            default -> lift.verdict().name().toLowerCase(Locale.ROOT).replace("_", "-");
        };
    }

    /** {@code +20 %}, a dash when there is nothing. */
    static String figure(@Nullable Lift lift, Formats formats) {
        return lift == null ? "–" : formats.signedPercent(lift.value(), 1);
    }

    /** {@code −4.7 … +44.7 %}; less than nothing cannot be. */
    static String interval(Lift lift, Formats formats) {
        return formats.signedPercent(Math.max(-1, lift.interval().low()), 1).replace(" %", "") + " … "
                + formats.signedPercent(lift.interval().high(), 1);
    }

    /** {@code 6.0 % of 10,000}. */
    static String rate(Sums sums, Formats formats) {
        return sums.units() == 0
                ? "–"
                : Texts.of("insight.evidence.rate", formats.percent(sums.mean()), formats.count(sums.units()));
    }
}
