package org.attune.insight.ui;

import java.util.Locale;
import java.util.Set;
import org.attune.catalog.Vocabulary;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Rates;
import org.attune.insight.internal.Names;
import org.attune.insight.internal.Selection;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.strategy.Strategies;
import org.attune.ui.Badge;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys and figures in the words of the reader of the open page. */
@Component("insightWords")
class Words {
    private static final Set<String> COLUMNS = Set.of(
            "shown",
            "presented",
            "accepted",
            "declined",
            "notNow",
            "notOffered",
            "fulfilled",
            "controlPresented",
            "controlAccepted",
            "importedShown",
            "importedPresented",
            "importedAccepted");

    private static final Set<String> FACTS = Set.of(
            "accepted",
            "channel",
            "consents",
            "context",
            "declined",
            "holdings",
            "language",
            "reason",
            "accepted_90",
            "declined_30",
            "presented_30",
            "last_contact_days",
            "journeys",
            "stage_days",
            "preferences",
            "signal_count",
            "signals",
            "states");

    private static final Set<String> SHIELD_RULES = Set.of(
            "no-sales-in-difficulty",
            "cool-off-after-difficulty",
            "no-collections-in-difficulty",
            "nothing-to-repay-now",
            "no-credit-at-risk",
            "no-sales-call-without-consent");

    private final Strategies strategies;
    private final Vocabulary vocabulary;
    private final Formats formats;

    Words(Strategies strategies, Vocabulary vocabulary, Formats formats) {
        this.strategies = strategies;
        this.vocabulary = vocabulary;
        this.formats = formats;
    }

    /** What the live catalog calls things. */
    Names names() {
        return Names.of(strategies, language(), Texts.of("insight.listen"), Texts.of("insight.listen.issue"));
    }

    static Language language() {
        return Language.of(Texts.locale());
    }

    String channel(Channel channel) {
        return vocabulary.label(Vocabulary.Kind.CHANNEL, channel.key()).in(language());
    }

    String reasonOfCall(String key) {
        return key.isEmpty()
                ? "–"
                : vocabulary.label(Vocabulary.Kind.REASON_OF_CALL, key).in(language());
    }

    String state(String key) {
        return vocabulary.label(Vocabulary.Kind.STATE, key).in(language());
    }

    String outcome(Outcome outcome) {
        return Texts.of("insight.outcome." + outcome.key());
    }

    /** The outcome as a badge: green for yes, red for no, grey for what is open. */
    Badge outcomeBadge(Outcome outcome) {
        return new Badge(outcome(outcome), outcomeKind(outcome));
    }

    static Badge.Kind outcomeKind(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, FULFILLED -> Badge.Kind.GOOD;
            case DECLINED, CANCELLED -> Badge.Kind.BAD;
            case NOT_NOW -> Badge.Kind.WARN;
            case PRESENTED -> Badge.Kind.INFO;
            case SHOWN, NOT_OFFERED, EXPIRED -> Badge.Kind.NEUTRAL;
        };
    }

    String arm(String arm) {
        return Texts.of("insight.arm." + arm);
    }

    /** What a rule of the shield says; one that is not known reads as itself. */
    static String shieldRule(String rule) {
        return SHIELD_RULES.contains(rule) ? Texts.of("insight.shield." + rule) : rule;
    }

    /** The name of a column of the log, as it stands in addresses; an unknown one is {@code shown}. */
    static String column(@Nullable String key) {
        return key != null && COLUMNS.contains(key) ? key : "shown";
    }

    static String columnLabel(String key) {
        return Texts.of("insight.column." + key);
    }

    /** What rules can read beside attributes. */
    static String fact(String key) {
        return FACTS.contains(key) ? Texts.of("insight.fact." + key) : key;
    }

    /** What a predictor is called that is no attribute: signals, holdings, channel and reason of call. */
    String situation(String key) {
        int dot = key.indexOf('.');
        String name = key.substring(dot + 1);
        return switch (dot < 0 ? "" : key.substring(0, dot)) {
            case "signal" -> vocabulary.label(Vocabulary.Kind.SIGNAL, name).in(language());
            case "holds" ->
                Texts.of(
                        "insight.underserved.holds",
                        vocabulary.label(Vocabulary.Kind.PRODUCT, name).in(language()));
            case "context" -> Texts.of(name.equals("channel") ? "insight.fact.channel" : "insight.fact.reason");
            default -> key;
        };
    }

    /** The value of a predictor. */
    String situationValue(String key, String value) {
        return switch (key) {
            case "context.channel" ->
                vocabulary.label(Vocabulary.Kind.CHANNEL, value).in(language());
            case "context.reason" -> reasonOfCall(value);
            default -> vocabulary.attributeValue(key, value).in(language());
        };
    }

    static String period(Selection.Period period) {
        return Texts.of("insight.period." + period.name().toLowerCase(Locale.ROOT));
    }

    /** The days of a selection in words. */
    String days(Selection selection) {
        String from = selection.from() == null ? "" : formats.date(selection.from());
        String to = selection.to() == null ? "" : formats.date(selection.to());
        if (from.isEmpty() && to.isEmpty()) {
            return Texts.of("insight.period.all");
        }
        if (to.isEmpty()) {
            return Texts.of("insight.days.since", from);
        }
        return from.isEmpty() ? Texts.of("insight.days.until", to) : Texts.of("insight.days.between", from, to);
    }

    /** {@code 95 %: 23.5 – 24.1}. */
    String interval(Rates.Interval interval) {
        return Texts.of(
                "insight.interval",
                formats.decimal(100 * interval.low(), 1),
                formats.decimal(100 * interval.high(), 1));
    }

    /** {@code 95 %: +21 … +48}. */
    String lift(Lift lift) {
        return Texts.of("insight.lift.interval", range(lift));
    }

    /** {@code +21 … +48 %}. */
    String range(Lift lift) {
        return formats.signedPercent(lift.interval().low(), 0).replace(" %", "") + " … "
                + formats.signedPercent(lift.interval().high(), 0);
    }
}
