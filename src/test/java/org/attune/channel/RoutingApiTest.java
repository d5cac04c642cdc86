package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Routing advice as a telephone system asks for it. */
@AttuneTest
class RoutingApiTest {
    private static final String PATH = "/api/v1/routing-advice";

    private final Api api;

    RoutingApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    private void customer(String ref, String phone, String more) {
        api.put("/api/v1/customers/" + ref, """
                {"displayName": "Rout %s", "language": "fr", "phones": ["%s"], "attributes": {"segment": "standard"} %s}""".formatted(ref, phone, more));
    }

    private JsonNode advice(String query) {
        return api.get(PATH + "?" + query).is(200).json();
    }

    @Test
    void aKnownCallerInHardshipGoesToCareBeforeOthers() {
        customer("route-1", "+33755550001", ", \"states\": [{\"state\": \"hardship\"}]");
        JsonNode advice = advice("caller=%2B33755550001");
        assertThat(advice.path("customer").asString()).isEqualTo("route-1");
        assertThat(advice.path("priority").asInt()).isEqualTo(70);
        assertThat(advice.at("/skills/0").asString()).isEqualTo("care");
        assertThat(advice.at("/reasons/0").asString()).contains("trained in care");
        assertThat(advice("caller=07%2055%2055%2000%2001&language=fr")
                        .at("/reasons/0")
                        .asString())
                .contains("formé");
        assertThat(advice("customer=route-1")).isEqualTo(advice);
    }

    @Test
    void anUnknownOrWithheldNumberIsAnOrdinaryCall() {
        for (String caller : List.of("%2B33799999999", "anonymous", "12")) {
            JsonNode advice = advice("caller=" + caller);
            assertThat(advice.path("customer").isNull()).as(caller).isTrue();
            assertThat(advice.path("priority").asInt()).isEqualTo(50);
            assertThat(advice.path("skills")).isEmpty();
        }
    }

    @Test
    void aSharedNumberIsAsUrgentAsTheMostUrgent() {
        customer("route-2", "+33755550002", "");
        customer("route-3", "+33755550002", ", \"states\": [{\"state\": \"fraud-alert\"}]");
        JsonNode advice = advice("caller=%2B33755550002");
        assertThat(advice.path("customer").isNull()).isTrue();
        assertThat(advice.path("priority").asInt()).isEqualTo(90);
        assertThat(advice.at("/skills/0").asString()).isEqualTo("risk");
    }

    @Test
    void askingForNobodyOrForTwoIsRefused() {
        api.get(PATH).isProblem(400, "invalid").names("caller");
        api.get(PATH + "?caller=1&customer=2").isProblem(400, "invalid").names("caller");
        api.get(PATH + "?customer=route-nobody").isProblem(404, "not-found");
        api.get(PATH + "?caller=" + "1".repeat(101)).isProblem(400, "invalid").names("caller");
        api.get(PATH + "?caller=1&language=xx").isProblem(400, "invalid");
    }

    @Test
    void theTelephoneSystemDoesNotWait() {
        customer("route-4", "+33755550004", ", \"states\": [{\"state\": \"arrears\"}]");
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            long start = System.nanoTime();
            advice("caller=%2B33755550004");
            micros.add((System.nanoTime() - start) / 1_000);
        }
        List<Long> warm = new ArrayList<>(micros.subList(20, micros.size()));
        Collections.sort(warm);
        assertThat(warm.get(warm.size() / 2)).as("microseconds: " + warm).isLessThan(50_000);
    }
}
