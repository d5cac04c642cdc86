package org.attune.customer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns, there and back. */
@Component
class CustomerJson {
    private static final TypeReference<TreeMap<String, Object>> OBJECTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Boolean>> BOOLEANS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Told>> TOLD = new TypeReference<>() {};
    private static final TypeReference<List<Holding>> HOLDINGS = new TypeReference<>() {};

    private final JsonMapper mapper;

    CustomerJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Values by key; numbers as Double. */
    TreeMap<String, Object> attributes(String json) {
        TreeMap<String, Object> values = mapper.readValue(json, OBJECTS);
        values.replaceAll((key, value) -> value instanceof Number number ? number.doubleValue() : value);
        return values;
    }

    TreeMap<String, Told> told(String json) {
        return mapper.readValue(json, TOLD);
    }

    TreeMap<String, Boolean> consents(String json) {
        return mapper.readValue(json, BOOLEANS);
    }

    TreeMap<String, String> preferences(String json) {
        return mapper.readValue(json, TEXTS);
    }

    List<Holding> holdings(String json) {
        return json.equals("[]") ? List.of() : List.copyOf(mapper.readValue(json, HOLDINGS));
    }

    Map<String, Object> data(String json) {
        return mapper.readValue(json, OBJECTS);
    }

    /** Rows of {@code [state, since, until, source, note]}, instants in microseconds. */
    List<StateFact> states(@Nullable String json) {
        List<StateFact> states = new ArrayList<>();
        if (json != null) {
            for (JsonNode each : mapper.readTree(json)) {
                states.add(new StateFact(
                        CustomerState.of(each.get(0).asString()),
                        Sql.micros(each.get(1).asLong()),
                        each.get(2).isNull() ? null : Sql.micros(each.get(2).asLong()),
                        each.get(3).asString(),
                        each.get(4).isNull() ? null : each.get(4).asString()));
            }
        }
        return states;
    }

    /** Rows of {@code [type, at, source, data]}. */
    List<SignalFact> signals(@Nullable String json) {
        List<SignalFact> signals = new ArrayList<>();
        if (json != null) {
            for (JsonNode each : mapper.readTree(json)) {
                TreeMap<String, Object> data = mapper.convertValue(each.get(3), OBJECTS);
                signals.add(new SignalFact(
                        each.get(0).asString(),
                        Sql.micros(each.get(1).asLong()),
                        each.get(2).asString(),
                        java.util.Collections.unmodifiableMap(data)));
            }
        }
        return List.copyOf(signals);
    }

    /**
     * Source and age of a fact.
     *
     * @param at milliseconds since 1970
     */
    record Told(long at, String src) {
        /** The key that speaks for every attribute that is not named. */
        static final String ALL = "*";

        static final Told UNKNOWN = new Told(0, "unknown");

        static Told of(Map<String, Told> told, String key) {
            Told own = told.get(key);
            return own != null ? own : told.getOrDefault(ALL, UNKNOWN);
        }

        Instant instant() {
            return Instant.ofEpochMilli(at);
        }
    }
}
