package org.attune.studio;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies between two states that the trail keeps, place by place. */
final class Difference {
    /** One place; null where there was or is nothing. */
    record Change(
            String place, @Nullable String before, @Nullable String after) {}

    /** Places that have words of their own; others are shown as they are called. */
    private static final Set<String> NAMED = Set.of(
            "title",
            "benefit",
            "treatments",
            "script",
            "tone",
            "nature",
            "actionClass",
            "companyValue",
            "customerValue",
            "startingPropensity",
            "lever",
            "cost",
            "priceDelta",
            "minutes",
            "channels",
            "starts",
            "ends",
            "eligibility",
            "applicability",
            "suitability",
            "paused",
            "mix",
            "noneThreshold",
            "label",
            "issues",
            "actions",
            "type",
            "sensitivity",
            "predictor",
            "source",
            "group",
            "unit",
            "shown",
            "factors",
            "controlShare",
            "exploration",
            "explorationMethod",
            "top",
            "contextWeights",
            "count",
            "windowDays",
            "pauseDays",
            "scope",
            "outcome",
            "channel",
            "reason",
            "percent",
            "owner",
            "from",
            "until",
            "signals",
            "signal",
            "states",
            "state",
            "stages",
            "days",
            "when",
            "then",
            "stock",
            "budget",
            "reservationMinutes",
            "preset",
            "coolOffDays",
            "additions",
            "members",
            "expect",
            "customer",
            "because",
            "kind",
            "attributes",
            "issue",
            "action",
            "propensity",
            "context",
            "payments",
            "instalment",
            "frequency",
            "since",
            "stands",
            "case",
            "version",
            "value");

    private static final Set<String> SILENT = Set.of("engagement");

    private static final int DECIMALS = 6;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** 2 stands before 10. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String place) -> NUMBER.matcher(place)
                    .replaceAll(found ->
                            "0".repeat(Math.max(0, 9 - found.group().length())) + found.group()))
            .thenComparing(Comparator.naturalOrder());

    private Difference() {}

    /** JSON is compared place by place; anything else as a whole. */
    static List<Change> between(JsonMapper json, @Nullable String before, @Nullable String after) {
        JsonNode one = tree(json, before);
        JsonNode other = tree(json, after);
        if ((before != null && one == null) || (after != null && other == null)) {
            return List.of(new Change("", before, after));
        }
        TreeMap<String, String> old = new TreeMap<>(BY_NUMBER);
        TreeMap<String, String> now = new TreeMap<>(BY_NUMBER);
        flatten("", one, old);
        flatten("", other, now);
        Set<String> places = new TreeSet<>(BY_NUMBER);
        places.addAll(old.keySet());
        places.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            if (!Objects.equals(old.get(place), now.get(place))) {
                changes.add(new Change(words(place), old.get(place), now.get(place)));
            }
        }
        return changes;
    }

    private static @Nullable JsonNode tree(JsonMapper json, @Nullable String text) {
        if (text == null || !(text.startsWith("{") || text.startsWith("["))) {
            return null;
        }
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void flatten(String place, @Nullable JsonNode node, TreeMap<String, String> into) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            place.isEmpty() ? each.getKey() : place + "/" + each.getKey(), each.getValue(), into));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            int number = 1;
            for (JsonNode each : node) {
                String key = each.path("key").asString("");
                flatten((place.isEmpty() ? "" : place + "/") + (key.isEmpty() ? number : key), each, into);
                number++;
            }
        } else if (!node.isContainer() || !node.isEmpty()) {
            into.put(place, value(ValueWords.field(place), node));
        }
    }

    /** A value as it is read in a field: words for yes and no and for keys, numbers as the reader writes them, sets without an order. */
    static String value(String field, JsonNode node) {
        if (node.isBoolean()) {
            return Texts.of(node.asBoolean() ? "studio.yes" : "studio.no");
        }
        if (node.isArray()) {
            TreeSet<String> values = new TreeSet<>();
            node.values().forEach(each -> values.add(value(field, each)));
            return String.join(", ", values);
        }
        if (node.isNumber()) {
            NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
            format.setGroupingUsed(false);
            format.setMaximumFractionDigits(DECIMALS);
            return ValueWords.of(field, node.asDouble(), format);
        }
        return node.isObject() ? node.toString() : ValueWords.of(field, node.asString());
    }

    /** The words for a place whose parts are divided by slashes. */
    static String words(String place) {
        List<String> words = new ArrayList<>();
        for (String each : place.split("/")) {
            if (NAMED.contains(each)) {
                words.add(Texts.of("studio.field." + each));
            } else if (each.equals("en") || each.equals("fr")) {
                words.add(each.toUpperCase(java.util.Locale.ROOT));
            } else if (!SILENT.contains(each)) {
                words.add(each);
            }
        }
        return String.join(" · ", words);
    }
}
