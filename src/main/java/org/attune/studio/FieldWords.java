package org.attune.studio;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attune.kernel.Dates;
import org.attune.kernel.Language;
import org.attune.ui.Formats;
import org.attune.ui.Texts;
import tools.jackson.databind.JsonNode;

/** What the fields of a strategy document are called at the studio's forms, and the words for their values. */
final class FieldWords {
    /** Fields that have words, {@code studio.field.<name>}. */
    static final Set<String> FIELDS = Set.of(
            ("title benefit treatments script tone nature actionClass companyValue customerValue startingPropensity lever cost"
                            + " priceDelta minutes channels starts ends eligibility applicability suitability paused mix"
                            + " noneThreshold label issues actions type sensitivity predictor source group unit shown factors"
                            + " controlShare exploration explorationMethod top contextWeights count windowDays"
                            + " windowInteractions pauseDays scope outcome channel reason percent owner from until signals"
                            + " signal states state stages days when then stock budget reservationMinutes preset coolOffDays"
                            + " additions members expect customer because kind attributes issue action propensity context"
                            + " value answers fulfilledReward legal text guide choices suggests to counts why off onceInDays"
                            + " dueDays priority forbids thresholds threshold journey stage volume language holdings consents"
                            + " preferences past sinceDays endedDays daysAgo")
                    .split(" "));

    /** Parts of a place that say nothing to a reader. */
    static final Set<String> SILENT = Set.of("engagement");

    /** Where the words for the values of a field begin. */
    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("channel", "studio.channel."),
            Map.entry("channels", "studio.channel."),
            Map.entry("nature", "studio.nature."),
            Map.entry("actionClass", "studio.class."),
            Map.entry("tone", "studio.tone."),
            Map.entry("outcome", "studio.contact.outcome."),
            Map.entry("suggests", "studio.contact.outcome."),
            Map.entry("scope", "studio.contact.scope."),
            Map.entry("counts", "studio.contact.counts."),
            Map.entry("then", "studio.events."),
            Map.entry("explorationMethod", "studio.ranking.method."),
            Map.entry("preset", "studio.protection.preset."),
            Map.entry("sensitivity", "studio.sensitivity."),
            Map.entry("type", "studio.type."),
            Map.entry("volume", "studio.situation.volume."),
            Map.entry("forbids", "studio.value.forbids."),
            Map.entry("kind", "studio.value.kind."),
            Map.entry("language", "studio.value.language."));

    private static final Set<String> MONEY = Set.of("cost", "priceDelta", "budget");
    private static final Set<String> DAYS = Set.of("starts", "ends", "from", "until");
    private static final Set<String> PERCENT = Set.of("lever", "percent");

    private static final int DECIMALS = 6;

    private FieldWords() {}

    /** One part of a place; what has no words is shown as it is called. */
    static String part(String name) {
        if (FIELDS.contains(name)) {
            return Texts.of("studio.field." + name);
        }
        return name.equals("en") || name.equals("fr") ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** The last part of a place. */
    static String field(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** A value that is no list as it is read: words for yes, no and keys, money with its sign, numbers as the reader writes them. */
    static String value(String place, JsonNode node) {
        String field = field(place);
        if (node.isBoolean()) {
            return Texts.of(node.asBoolean() ? "studio.yes" : "studio.no");
        }
        if (node.isNumber()) {
            return number(field, node);
        }
        return node.isObject() ? node.toString() : word(field, node.asString());
    }

    private static String word(String field, String value) {
        String prefix = VALUES.get(field);
        if (prefix == null || value.isEmpty()) {
            return DAYS.contains(field) ? day(value) : value;
        }
        String words = Texts.of(prefix + value);
        return words.equals(prefix + value) ? value : words;
    }

    private static String day(String value) {
        try {
            return Dates.medium(LocalDate.parse(value), Language.of(Texts.locale()));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String number(String field, JsonNode node) {
        if (MONEY.contains(field)) {
            return Formats.money(node.asDouble());
        }
        if (PERCENT.contains(field) && node.isIntegralNumber()) {
            return Words.percent(node.asInt());
        }
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(node.asDouble());
    }
}
