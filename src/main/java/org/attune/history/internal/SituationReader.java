package org.attune.history.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the situations of decisions: bytes of {@link SituationFormat}, or JSON where the decision is older than that. */
@Component
class SituationReader {

    private static final TypeReference<Map<String, Object>> ANY = new TypeReference<>() {};

    private final JsonMapper json;
    private final SituationFormat format;

    SituationReader(JsonMapper json, SituationFormat format) {
        this.json = json;
        this.format = format;
    }

    /** The situation of a row with the columns {@code packed} and {@code situation}; empty when both are null. */
    Map<String, Object> read(ResultSet row) throws SQLException {
        byte[] packed = row.getBytes("packed");
        if (packed != null) {
            return format.read(packed);
        }
        byte[] utf8 = row.getBytes("situation");
        return utf8 == null ? Map.of() : read(utf8);
    }

    /** Predictors to numbers, texts and booleans; what else was written comes as it is, nulls left out. */
    Map<String, Object> read(byte[] utf8) {
        Map<String, Object> situation = new HashMap<>(128);
        try (JsonParser parser = json.createParser(utf8)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (token.isStructStart()) {
                    return json.readValue(utf8, ANY);
                }
                Object value = value(parser, token);
                if (value != null) {
                    situation.put(name, value);
                }
            }
        }
        return situation;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getString();
        };
    }
}
