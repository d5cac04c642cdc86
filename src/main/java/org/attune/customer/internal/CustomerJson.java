package org.attune.customer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns, there and back. */
@Component
class CustomerJson {
    private static final String NOTHING = "{}";
    private static final TypeReference<TreeMap<String, Object>> OBJECTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Boolean>> BOOLEANS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Told>> TOLD = new TypeReference<>() {};
    private static final TypeReference<List<Holding>> HOLDINGS = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final ObjectReader objects;
    private final ObjectReader told;

    CustomerJson(JsonMapper mapper) {
        this.mapper = mapper;
        objects = mapper.readerFor(OBJECTS);
        told = mapper.readerFor(TOLD);
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Values by key; numbers as Double. Read with every decision, hence token by token. */
    TreeMap<String, Object> attributes(String json) {
        TreeMap<String, Object> values = new TreeMap<>();
        try (JsonParser in = mapper.createParser(json)) {
            in.nextToken();
            for (String key = in.nextName(); key != null; key = in.nextName()) {
                values.put(
                        key,
                        switch (in.nextToken()) {
                            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
                            case VALUE_STRING -> in.getString();
                            case VALUE_TRUE -> true;
                            case VALUE_FALSE -> false;
                            default -> mapper.readValue(in, Object.class);
                        });
            }
        }
        return values;
    }

    TreeMap<String, Told> told(String json) {
        return told.readValue(json);
    }

    TreeMap<String, Boolean> consents(String json) {
        return json.equals(NOTHING) ? new TreeMap<>() : mapper.readValue(json, BOOLEANS);
    }

    TreeMap<String, String> preferences(String json) {
        return json.equals(NOTHING) ? new TreeMap<>() : mapper.readValue(json, TEXTS);
    }

    List<Holding> holdings(String json) {
        return json.equals("[]") ? List.of() : List.copyOf(mapper.readValue(json, HOLDINGS));
    }

    Map<String, Object> data(String json) {
        return objects.readValue(json);
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
                Map<String, Object> data = each.get(3).isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(mapper.convertValue(each.get(3), OBJECTS));
                signals.add(new SignalFact(
                        each.get(0).asString(),
                        Sql.micros(each.get(1).asLong()),
                        each.get(2).asString(),
                        data));
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
