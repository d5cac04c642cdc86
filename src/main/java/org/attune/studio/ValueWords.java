package org.attune.studio;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.arbitration.ExplorationMethod;
import org.attune.care.engine.Frequency;
import org.attune.catalog.ActionClass;
import org.attune.catalog.Nature;
import org.attune.customer.AttributeType;
import org.attune.customer.Sensitivity;
import org.attune.kernel.Channel;
import org.attune.kernel.Dates;
import org.attune.kernel.Keyed;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.policy.ShieldPreset;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** Words for what a document or the trail holds as a key, a date or cents, by the name of the field it stands in. */
final class ValueWords {
    /** A closed list of keys, and where their words are. */
    private record Kind(String prefix, Set<String> keys) {
        static Kind of(String prefix, Keyed[] all) {
            return new Kind(prefix, Arrays.stream(all).map(Keyed::key).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static final Set<String> ARRANGEMENT =
            Set.of("proposed", "active", "kept", "broken", "completed", "cancelled");

    private static final Set<String> CASES = Set.of(
            "hardship",
            "moratorium",
            "treatment",
            "need",
            "life-support",
            "bereavement",
            "complaint",
            "dispute",
            "discreet",
            "over-indebted");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("nature", Kind.of("studio.nature.", Nature.values())),
            Map.entry("actionClass", Kind.of("studio.class.", ActionClass.values())),
            Map.entry("tone", Kind.of("studio.tone.", Tone.values())),
            Map.entry("channel", Kind.of("studio.channel.", Channel.values())),
            Map.entry("channels", Kind.of("studio.channel.", Channel.values())),
            Map.entry("outcome", Kind.of("desk.outcome.", Outcome.values())),
            Map.entry("scope", new Kind("studio.contact.scope.", Set.copyOf(ContactRuleDialog.SCOPES))),
            Map.entry("preset", Kind.of("studio.protection.preset.", ShieldPreset.values())),
            Map.entry("sensitivity", Kind.of("studio.sensitivity.", Sensitivity.values())),
            Map.entry("type", Kind.of("studio.type.", AttributeType.values())),
            Map.entry("explorationMethod", Kind.of("studio.ranking.method.", ExplorationMethod.values())),
            Map.entry("frequency", Kind.of("care.every.", Frequency.values())),
            Map.entry("stands", new Kind("care.state.", ARRANGEMENT)),
            Map.entry("case", new Kind("care.case.", CASES)));

    private static final Set<String> DAYS = Set.of("starts", "ends", "from", "until", "since");
    private static final Set<String> CENTS = Set.of("instalment");

    private ValueWords() {}

    /** Fields whose keys have words. */
    static Set<String> fields() {
        return KINDS.keySet();
    }

    /** The keys that such a field may hold. */
    static Set<String> keys(String field) {
        return KINDS.getOrDefault(field, new Kind("", Set.of())).keys();
    }

    /** A text as it is read in a field; what has no words stays as it is. */
    static String of(String field, String value) {
        Kind kind = KINDS.get(field);
        if (kind != null && kind.keys().contains(value)) {
            return Texts.of(kind.prefix() + value);
        }
        if (DAYS.contains(field)) {
            try {
                return Dates.medium(LocalDate.parse(value), Language.of(Texts.locale()));
            } catch (DateTimeParseException e) {
                return value;
            }
        }
        return value;
    }

    /** A number as it is read in a field. */
    static String of(String field, double value, NumberFormat plain) {
        if (!CENTS.contains(field)) {
            return plain.format(value);
        }
        return Formats.euroOfCents(Math.round(value));
    }

    /** The field at the end of a place whose parts are divided by slashes. */
    static String field(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
