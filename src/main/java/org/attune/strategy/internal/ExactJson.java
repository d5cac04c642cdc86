package org.attune.strategy.internal;

import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that keeps numbers as they are written: 12.50 stays 12.50 on its way through a tree. */
@Component
public class ExactJson {
    private final JsonMapper mapper;

    public ExactJson(JsonMapper application) {
        mapper = application
                .rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** The mapper, to make others from. */
    public JsonMapper mapper() {
        return mapper;
    }

    /** A record as a tree. */
    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }
}
