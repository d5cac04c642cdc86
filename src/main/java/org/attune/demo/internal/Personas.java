package org.attune.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerDraft.StateDraft;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.demo.internal.DemoPerson.Past;
import org.attune.demo.internal.DemoPerson.Signal;
import org.attune.kernel.Channel;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import tools.jackson.databind.JsonNode;

/** The people of {@code personas.yaml}, told as if the day of the import were the day they were written. */
final class Personas {
    /** The day from which the dates in the file count; all of them move along with the day of the import. */
    private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 11, 22);

    private final Instant now;
    private final LocalDate today;
    private final long shift;

    Personas(Instant now, ZoneId zone) {
        this.now = now;
        today = LocalDate.ofInstant(now, zone);
        shift = ChronoUnit.DAYS.between(WRITTEN_ON, today);
    }

    List<DemoPerson> read() {
        List<DemoPerson> people = new ArrayList<>();
        SeedFiles.read("personas.yaml").forEach(each -> people.add(person(each)));
        return people;
    }

    private DemoPerson person(JsonNode node) {
        Map<String, Boolean> consents = new LinkedHashMap<>();
        node.path("consents").forEachEntry((purpose, given) -> consents.put(purpose, given.asBoolean()));
        Map<String, String> preferences = new LinkedHashMap<>();
        node.path("preferences").forEachEntry((key, value) -> preferences.put(key, value.asString()));
        return new DemoPerson(
                text(node, "ref"),
                text(node, "displayName"),
                Language.of(text(node, "language")),
                list(node, "phones", JsonNode::asString),
                attributes(node),
                consents,
                preferences,
                list(node, "holdings", this::holding),
                list(node, "states", this::state),
                list(node, "signals", each -> new Signal(text(each, "type"), ago(days(each, "daysAgo"), 1))),
                list(node, "history", this::past));
    }

    private Map<String, Object> attributes(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.path("attributes").forEachEntry((key, value) -> values.put(key, value(value)));
        node.path("relativeDates")
                .forEachEntry((key, days) ->
                        values.put(key, today.plusDays(days.asLong()).toString()));
        return values;
    }

    private Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        String text = value.asString();
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? date(text).toString() : text;
    }

    private Holding holding(JsonNode node) {
        return new Holding(
                text(node, "product"),
                node.has("since") ? date(text(node, "since")) : null,
                node.has("label") ? text(node, "label") : null);
    }

    private StateDraft state(JsonNode node) {
        return new StateDraft(
                CustomerState.of(text(node, "state")),
                ago(days(node, "sinceDaysAgo"), 3),
                node.has("endedDaysAgo") ? ago(days(node, "endedDaysAgo"), 3) : null,
                node.has("note") ? text(node, "note") : null);
    }

    private Past past(JsonNode node) {
        return new Past(
                ago(days(node, "daysAgo"), 2),
                text(node, "action"),
                Outcome.of(text(node, "outcome")),
                node.has("reason") ? text(node, "reason") : null,
                Channel.of(text(node, "channel")));
    }

    private LocalDate date(String text) {
        return LocalDate.parse(text).plusDays(shift);
    }

    /** So many days and a few hours ago. */
    private Instant ago(long days, int hours) {
        return now.minus(Duration.ofDays(days)).minus(Duration.ofHours(hours));
    }

    private static long days(JsonNode node, String field) {
        return node.path(field).asLong();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static <T> List<T> list(JsonNode node, String field, java.util.function.Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        node.path(field).forEach(each -> values.add(read.apply(each)));
        return values;
    }
}
