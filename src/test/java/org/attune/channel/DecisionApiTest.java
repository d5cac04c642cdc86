package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** From the question to the answer: decisions, outcomes, traces. */
@AttuneTest
class DecisionApiTest {
    private final Api api;

    DecisionApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    /** A customer of this test alone, in difficulty, so that there is always something to propose. */
    private String customer(String ref) {
        api.put("/api/v1/customers/" + ref, """
                {"displayName": "Dee Cision", "language": "fr", "states": ["hardship"],
                 "attributes": {"arrears_days": 40, "bills_missed_6m": 3, "amount_owed": 90}}""");
        return ref;
    }

    private JsonNode decide(String ref) {
        return api.post("/api/v1/decisions", """
                {"customer": "%s", "channel": "call-center", "reason": "payment"}""".formatted(customer(ref)))
                .is(200)
                .json();
    }

    private Api.Reply answer(JsonNode decision, String action, String rest) {
        return api.post(
                "/api/v1/decisions/" + decision.path("decisionId").asString() + "/outcomes",
                "{\"action\": \"" + action + "\", " + rest + "}");
    }

    private static String first(JsonNode decision) {
        return decision.at("/recommendations/0/action").asString();
    }

    @Test
    void aDecisionSaysWhatToProposeHowAndWhy() {
        JsonNode decision = decide("chan-d1");
        assertThat(decision.propertyNames())
                .containsExactlyInAnyOrder(
                        "decisionId",
                        "strategyRevision",
                        "modelVersion",
                        "arm",
                        "tookMicros",
                        "recommendations",
                        "none");
        assertThat(decision.path("strategyRevision").asLong()).isPositive();
        assertThat(decision.path("arm").asString()).isIn("main", "control");
        assertThat(decision.path("tookMicros").asLong()).isPositive();
        assertThat(decision.path("recommendations").size()).isBetween(1, 3);
        JsonNode best = decision.at("/recommendations/0");
        assertThat(best.path("rank").asInt()).isEqualTo(1);
        assertThat(best.path("issue").asString()).isNotBlank();
        assertThat(best.path("group").asString()).isNotBlank();
        assertThat(best.path("title").asString()).isNotBlank();
        assertThat(best.at("/treatment/script").asString()).isNotBlank();
        assertThat(best.at("/treatment/tone").asString()).isIn("gentle", "neutral", "direct");
        assertThat(best.at("/treatment/language").asString()).isEqualTo("fr");
        assertThat(best.path("propensity").asDouble()).isBetween(0.0, 1.0);
        assertThat(best.path("priority").isNumber()).isTrue();
        assertThat(best.path("reasons").isArray()).isTrue();
        assertThat(decision.path("none").isNull()).isTrue();
    }

    @Test
    void theLanguageAskedForWins() {
        String question =
                "{\"customer\": \"%s\", \"channel\": \"call-center\", \"reason\": \"payment\", \"language\": \"%s\"}";
        String ref = customer("chan-d2");
        JsonNode english = api.post("/api/v1/decisions", question.formatted(ref, "en"))
                .is(200)
                .json();
        JsonNode french = api.post("/api/v1/decisions", question.formatted(ref, "fr"))
                .is(200)
                .json();
        assertThat(english.at("/recommendations/0/treatment/language").asString())
                .isEqualTo("en");
        assertThat(french.at("/recommendations/0/treatment/language").asString())
                .isEqualTo("fr");
    }

    @Test
    void noMoreThanAskedAndEveryDroppedActionExplainedOnRequest() {
        JsonNode decision = api.post("/api/v1/decisions", """
                {"customer": "%s", "channel": "call-center", "max": 1, "explain": true, "context": {"queue": "care"}}""".formatted(customer("chan-d3")))
                .is(200)
                .json();
        assertThat(decision.path("recommendations").size()).isLessThanOrEqualTo(1);
        assertThat(decision.path("dropped")).isNotEmpty().allSatisfy(dropped -> {
            assertThat(dropped.path("action").asString()).isNotBlank();
            assertThat(dropped.path("stage").asString())
                    .isIn(
                            "availability",
                            "eligibility",
                            "applicability",
                            "suitability",
                            "shield",
                            "contact",
                            "threshold",
                            "rank");
            assertThat(dropped.path("rule").isString()).isTrue();
            assertThat(dropped.path("values").isObject()).isTrue();
        });
    }

    @Test
    void aQuestionWithMistakesHearsThemAll() {
        api.post("/api/v1/decisions", "{\"max\": 99}")
                .isProblem(400, "invalid")
                .names("customer")
                .names("channel")
                .names("max", "1 to 10");
        api.post("/api/v1/decisions", "{\"customer\": \"chan-d4\", \"channel\": \"pigeon\"}")
                .isProblem(400, "invalid")
                .names("channel", "pigeon", "call-center");
        api.post("/api/v1/decisions", "{\"customer\": \"chan-d4\", \"channel\": \"web\", \"max\": \"two\"}")
                .isProblem(400, "invalid")
                .names("max", "a whole number");
        api.post("/api/v1/decisions", "{\"customer\": \"chan-d4\", \"chanel\": \"web\"}")
                .isProblem(400, "invalid")
                .names("chanel", "channel");
    }

    @Test
    void aQuestionAboutAnUnknownCustomerIsNotFound() {
        api.post("/api/v1/decisions", "{\"customer\": \"nobody-here\", \"channel\": \"web\"}")
                .isProblem(404, "not-found");
    }

    @Test
    void anAnswerIsWrittenOnceAndARepeatSaysSo() {
        JsonNode decision = decide("chan-d5");
        String action = first(decision);
        JsonNode recorded =
                answer(decision, action, "\"outcome\": \"accepted\"").is(201).json();
        assertThat(recorded.path("recorded").asBoolean()).isTrue();
        assertThat(recorded.path("state").asString()).isEqualTo("accepted");
        JsonNode repeated =
                answer(decision, action, "\"outcome\": \"accepted\"").is(200).json();
        assertThat(repeated.path("recorded").asBoolean()).isFalse();
        assertThat(repeated.path("state").asString()).isEqualTo("accepted");
    }

    @Test
    void anIllegalMoveIsRefused() {
        JsonNode decision = decide("chan-d6");
        answer(decision, first(decision), "\"outcome\": \"fulfilled\"").isProblem(409, "conflict");
        answer(decision, first(decision), "\"outcome\": \"accepted\"").is(201);
        answer(decision, first(decision), "\"outcome\": \"declined\", \"reason\": \"price\"")
                .isProblem(409, "conflict");
    }

    @Test
    void wordsThatAreNoOutcomeAreRefused() {
        JsonNode decision = decide("chan-d7");
        answer(decision, first(decision), "\"outcome\": \"maybe\"")
                .isProblem(400, "invalid")
                .names("outcome", "maybe", "accepted");
        answer(decision, first(decision), "\"outcome\": \"expired\"")
                .isProblem(400, "invalid")
                .names("outcome");
        answer(decision, first(decision), "\"outcome\": \"declined\", \"reason\": \"the-weather\"")
                .isProblem(400, "invalid");
        answer(decision, first(decision), "\"outcome\": \"shown\", \"occurredAt\": \"noon\"")
                .isProblem(400, "invalid")
                .names("occurredAt");
        api.post("/api/v1/decisions/" + decision.path("decisionId").asString() + "/outcomes", "{}")
                .isProblem(400, "invalid")
                .names("action")
                .names("outcome");
    }

    @Test
    void whatWasNotDecidedCannotBeAnswered() {
        JsonNode decision = decide("chan-d8");
        answer(decision, "an-action-of-nobody", "\"outcome\": \"accepted\"").isProblem(404, "not-found");
        api.post(
                        "/api/v1/decisions/0197a3c1-6f2e-7b10-9d5e-3f1a2b4c5d6e/outcomes",
                        "{\"action\": \"a\", \"outcome\": \"accepted\"}")
                .isProblem(404, "not-found");
        api.post("/api/v1/decisions/last/outcomes", "{\"action\": \"a\", \"outcome\": \"accepted\"}")
                .isProblem(404, "not-found");
    }

    @Test
    void aWrongClickCanBeTakenBack() {
        JsonNode decision = decide("chan-d9");
        String address = "/api/v1/decisions/" + decision.path("decisionId").asString() + "/outcomes/";
        api.delete(address + "an-action-of-nobody").isProblem(404, "not-found");
        api.delete(address + first(decision)).isProblem(409, "conflict");
        answer(decision, first(decision), "\"outcome\": \"declined\", \"reason\": \"price\"")
                .is(201);
        api.delete(address + first(decision)).is(200);
        answer(decision, first(decision), "\"outcome\": \"accepted\"").is(201);
    }

    @Test
    void theTraceTellsEverythingAboutADecision() {
        JsonNode decision = decide("chan-d10");
        String action = first(decision);
        answer(
                        decision,
                        action,
                        "\"outcome\": \"not-now\", \"reason\": \"needs-time\", \"again\": \""
                                + LocalDate.now(ZoneOffset.UTC).plusDays(9) + "\"")
                .is(201);
        JsonNode trace = api.get(
                        "/api/v1/decisions/" + decision.path("decisionId").asString())
                .is(200)
                .json();
        assertThat(trace.path("decisionId")).isEqualTo(decision.path("decisionId"));
        assertThat(trace.path("customer").asString()).isEqualTo("chan-d10");
        assertThat(trace.path("channel").asString()).isEqualTo("call-center");
        assertThat(trace.path("reason").asString()).isEqualTo("payment");
        assertThat(trace.path("guarded").asBoolean()).isTrue();
        assertThat(trace.path("strategyRevision")).isEqualTo(decision.path("strategyRevision"));
        assertThat(trace.has("trace")).isFalse();
        assertThat(trace.path("facts").path("arrears_days").asDouble()).isEqualTo(40);
        assertThat(trace.path("protections").valueStream())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.propertyNames()).containsExactly("en", "fr"));
        JsonNode offer = trace.path("offers")
                .valueStream()
                .filter(o -> o.path("action").asString().equals(action))
                .findFirst()
                .orElseThrow();
        assertThat(offer.path("state").asString()).isEqualTo("not-now");
        assertThat(offer.path("outcomes").valueStream()).anySatisfy(line -> {
            assertThat(line.path("outcome").asString()).isEqualTo("not-now");
            assertThat(line.path("reason").asString()).isEqualTo("needs-time");
            assertThat(line.path("who").asString()).startsWith("api:");
        });
        api.get("/api/v1/decisions/0197a3c1-6f2e-7b10-9d5e-3f1a2b4c5d6e").isProblem(404, "not-found");
        api.get("/api/v1/decisions/last").isProblem(404, "not-found");
    }

    @Test
    void theTraceSaysHowFarEachActionCame() {
        JsonNode decision = decide("chan-d12");
        JsonNode trace = api.get(
                        "/api/v1/decisions/" + decision.path("decisionId").asString())
                .is(200)
                .json();
        assertThat(trace.path("candidates").valueStream()).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.path("action").asString()).isNotBlank();
            assertThat(candidate.path("issue").asString()).isNotBlank();
            boolean ranked = candidate.path("stage").asString().equals("ranked");
            assertThat(candidate.path("rule").asString().isEmpty()).isEqualTo(ranked);
            assertThat(candidate.path("rank").asInt() > 0).isEqualTo(ranked);
            if (ranked) {
                assertThat(candidate.at("/score/propensity").asDouble()).isBetween(0.0, 1.0);
            } else {
                assertThat(candidate.at("/words/fr").asString()).isNotBlank();
            }
        });
        JsonNode best = trace.path("candidates")
                .valueStream()
                .filter(c -> c.path("rank").asInt() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(best.path("action").asString()).isEqualTo(first(decision));
        assertThat(best.at("/score/priority").asDouble())
                .isEqualTo(decision.at("/recommendations/0/priority").asDouble());
    }

    @Test
    void listeningIsAnAnswerToo() {
        JsonNode decision = decide("chan-d11");
        answer(decision, "none", "\"outcome\": \"accepted\"").is(201);
    }
}
