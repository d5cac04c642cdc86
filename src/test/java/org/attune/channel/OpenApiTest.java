package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.channel.Api.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** The description of the API is complete, true, and checked in as docs/openapi.json. */
@AttuneTest
class OpenApiTest {
    private static final Path KEPT = Path.of("docs", "openapi.json");

    private final Api api;

    OpenApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    private JsonNode document() {
        Reply reply = api.send("GET", "/v3/api-docs", null).is(200);
        return reply.json();
    }

    @Test
    void itIsOpenApi31AndListsEveryCall() {
        JsonNode document = document();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        Set<String> calls = new HashSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.propertyNames().forEach(method -> calls.add(method + " " + path)));
        assertThat(calls)
                .contains(
                        "get /api/v1/customers/{ref}",
                        "put /api/v1/customers/{ref}",
                        "get /api/v1/attributes",
                        "get /api/v1/attributes/{key}",
                        "put /api/v1/attributes/{key}",
                        "post /api/v1/imports/customers",
                        "post /api/v1/imports/outcomes",
                        "get /api/v1/imports/{id}",
                        "post /api/v1/events",
                        "post /api/v1/decisions",
                        "get /api/v1/decisions/{id}",
                        "post /api/v1/decisions/{id}/outcomes",
                        "post /api/v1/decisions/{id}/replay",
                        "delete /api/v1/decisions/{id}/outcomes/{action}",
                        "get /api/v1/catalog",
                        "get /api/v1/actions/{key}/model",
                        "get /api/v1/insight/actions");
    }

    @Test
    void everyCallIsDescribedWithItsAnswersAndProblems() {
        document()
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, call) -> {
                    String name = method + " " + path;
                    assertThat(call.path("summary").asString()).as(name).isNotBlank();
                    assertThat(call.path("operationId").asString()).as(name).isNotBlank();
                    assertThat(call.path("responses").propertyNames()).as(name).anyMatch(s -> s.startsWith("2"));
                    assertThat(call.path("responses").propertyNames()).as(name).contains("401", "503");
                    call.path("responses").forEachEntry((status, response) -> {
                        JsonNode problem = response.at("/content/application~1problem+json/schema/$ref");
                        assertThat(status.compareTo("400") < 0
                                        || problem.asString().endsWith("/Problem"))
                                .as(name + " " + status)
                                .isTrue();
                    });
                }));
    }

    @Test
    void noSchemaSpeaksOfTheInside() {
        assertThat(document().toString()).doesNotContain("unknown\"", "org.attune", "java.", "tools.jackson");
    }

    @Test
    void theExamplesWork() throws IOException {
        example("PUT", "/api/v1/customers/chan-example", "putCustomer", "C-10442")
                .is(201);
        example("PUT", "/api/v1/attributes/chan_example", "putAttribute", "-").is(201);
        example("POST", "/api/v1/events", "receiveEvents", "C-10442").is(202);
        Reply decision =
                example("POST", "/api/v1/decisions", "decide", "C-10442").is(200);
        assertThat(decision.json().path("dropped").isArray()).isTrue();
    }

    private Reply example(String method, String path, String name, String ref) throws IOException {
        String body = Files.readString(Path.of("src/main/resources/openapi", name + ".request.json"));
        return api.send(method, path, body.replace(ref, "chan-example"), "Content-Type", "application/json");
    }

    /** Run with -Dattune.openapi.write=true to write the file anew after a change that is meant. */
    @Test
    void theDocumentKeptInTheProjectIsTheOneServed() throws IOException {
        String served = Api.JSON
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(document())
                        .replace("\r\n", "\n")
                + "\n";
        if (Boolean.getBoolean("attune.openapi.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, served);
        }
        assertThat(Files.readString(KEPT)).isEqualTo(served);
    }
}
