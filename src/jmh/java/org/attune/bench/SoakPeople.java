package org.attune.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invented customers of the demo company, told through the API. */
final class SoakPeople {
    static final int COUNT = 1_000;

    private static final String[] REASONS = {"billing", "payment", "technical", "leaving", "upgrade", "complaint"};

    private SoakPeople() {}

    static String ref(int number) {
        return "soak-" + number;
    }

    /** The n-th request for a decision: another customer each time. */
    static String question(int n) {
        return "{\"customer\":\"%s\",\"channel\":\"call-center\",\"reason\":\"%s\"}"
                .formatted(ref(n * 17 % COUNT), REASONS[n % REASONS.length]);
    }

    static void add(Api api) throws IOException, InterruptedException {
        JsonMapper json = JsonMapper.shared();
        List<String> numbers = new ArrayList<>();
        for (JsonNode each :
                json.readTree(api.call("GET", "/api/v1/attributes", null).body())) {
            if (each.path("type").asString().equals("number")
                    && !each.path("source").asString().equals("derived")) {
                numbers.add(each.path("key").asString());
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            numbers.forEach(each -> attributes.put(each, random.nextInt(60)));
            var reply = api.call(
                    "PUT",
                    "/api/v1/customers/" + ref(i),
                    json.writeValueAsString(Map.of(
                            "displayName",
                            "Soak " + i,
                            "language",
                            i % 2 == 0 ? "en" : "fr",
                            "attributes",
                            attributes)));
            if (reply.statusCode() != 201) {
                throw new IllegalStateException(reply.body());
            }
        }
    }
}
