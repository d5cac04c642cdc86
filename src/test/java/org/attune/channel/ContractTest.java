package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.Scope;
import org.attune.channel.webhook.Receiver;
import org.attune.strategy.DocumentText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes over every call of the API document: what is valid is answered as described, and what is wrong in each of the usual ways
 * is refused as described.
 */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private final Api api;
    private final ApiClients clients;
    private final Receiver receiver = new Receiver();
    private final ValidCalls valid;

    @Autowired
    ContractTest(@Value("${local.server.port}") int port, ApiClients clients) {
        this.api = new Api(port);
        this.clients = clients;
        this.valid = new ValidCalls(api, receiver);
    }

    @AfterAll
    void end() {
        for (JsonNode each : api.get("/api/v1/webhooks").json()) {
            if (each.path("url").asString().equals(receiver.url())) {
                api.delete("/api/v1/webhooks/" + each.path("id").asString());
            }
        }
        receiver.close();
    }

    /** One call of the document. */
    private record Operation(JsonNode document, String path, String method, JsonNode node) {
        String id() {
            return node.path("operationId").asString();
        }

        String scope() {
            return node.path("x-required-scope").asString();
        }

        /** The content type it takes, null when it takes no body. */
        @Nullable
        String type() {
            return node.path("requestBody").path("content").propertyNames().stream()
                    .filter(each -> !each.contains("batch"))
                    .findFirst()
                    .orElse(null);
        }

        boolean takesJson() {
            String type = type();
            return type != null && type.contains("json");
        }

        JsonNode requestSchema() {
            JsonNode schema = node.path("requestBody")
                    .path("content")
                    .path(String.valueOf(type()))
                    .path("schema");
            return schema.has("$ref")
                    ? document.at(schema.path("$ref").asString().substring(1))
                    : schema;
        }

        boolean documents(int status) {
            return node.path("responses").has(Integer.toString(status));
        }
    }

    private List<Operation> operations() {
        JsonNode document = api.get("/v3/api-docs").is(200).json();
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, node) -> operations.add(
                        new Operation(document, path, method.toUpperCase(java.util.Locale.ROOT), node))));
        return operations;
    }

    @Test
    void everyCallHasAnEntryHereAndNoneIsLeftOver() {
        assertThat(new TreeSet<>(valid.all().keySet()))
                .isEqualTo(
                        new TreeSet<>(operations().stream().map(Operation::id).toList()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsValidIsAnsweredAsDescribed() {
        return each((operation, call) -> asDescribed(operation, send(operation, call))
                .satisfies(reply -> assertThat(reply.status()).as(reply.text()).isLessThan(300)));
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenNothingIsAnswered() {
        return each((operation, call) ->
                refused(operation, send(operation, call, "Authorization", "Bearer nobody-knows-this-token"), 401));
    }

    @TestFactory
    Stream<DynamicTest> withEveryScopeButTheRightOneNothingIsAnswered() {
        return each((operation, call) -> {
            Scope needed = Scope.of(operation.scope());
            IssuedToken others = Clients.with(
                    clients,
                    Arrays.stream(Scope.values()).filter(each -> each != needed).toArray(Scope[]::new));
            refused(operation, send(operation, call, Clients.bearer(others)), 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenBodiesAreRefused() {
        return each(Operation::takesJson, (operation, call) -> {
            for (String broken : List.of("{\"", "{]", "", "not json", "\u0000")) {
                if (broken.isEmpty()
                        && !operation.node().at("/requestBody/required").asBoolean()) {
                    continue; // may be left out
                }
                notRight(operation, send(operation, with(call, broken)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> unknownFieldsAreRefusedByName() {
        return each(
                operation -> operation.takesJson()
                        && operation
                                .requestSchema()
                                .path("additionalProperties")
                                .isBoolean(),
                (operation, call) -> {
                    ObjectNode body = (ObjectNode) Api.JSON.readTree(call.body());
                    body.put("noSuchField", 1);
                    Api.Reply reply = refused(operation, send(operation, with(call, body.toString())), 400);
                    reply.names("noSuchField");
                });
    }

    @TestFactory
    Stream<DynamicTest> valuesOfAnotherTypeAreRefused() {
        return each(
                Operation::takesJson,
                (operation, call) -> operation
                        .requestSchema()
                        .path("properties")
                        .forEachEntry((field, schema) -> {
                            String wrong = anotherType(schema);
                            if (wrong != null) {
                                ObjectNode body = (ObjectNode) Api.JSON.readTree(call.body());
                                body.set(field, Api.JSON.readTree(wrong));
                                Api.Reply reply = send(operation, with(call, body.toString()));
                                assertThat(reply.status())
                                        .as(field + ": " + reply.text())
                                        .isGreaterThanOrEqualTo(400);
                                notRight(operation, reply);
                            }
                        }));
    }

    private static @Nullable String anotherType(JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "string", "integer", "number", "boolean", "array" -> "{\"no\": [\"such\"]}";
            case "object" -> "\"a text\"";
            default -> null; // a reference, or anything goes
        };
    }

    @TestFactory
    Stream<DynamicTest> unknownIdsAreNotFound() {
        return each(
                operation -> operation.path().contains("{") && operation.documents(404),
                (operation, call) -> refused(
                        operation,
                        send(operation, new ValidCalls.Call(unknown(operation.path()), call.body(), call.type())),
                        404));
    }

    private static String unknown(String path) {
        return path.replaceAll("\\{(id|event)}", NOBODY)
                .replace("{number}", "999999999")
                .replaceAll("\\{[^}]*}", "no-such-" + UUID.randomUUID());
    }

    @TestFactory
    Stream<DynamicTest> anotherContentTypeIsNotUnderstood() {
        return each(
                operation -> operation.type() != null,
                (operation, call) -> refused(
                        operation, send(operation, new ValidCalls.Call(call.path(), "text", "text/plain")), 415));
    }

    @TestFactory
    Stream<DynamicTest> anotherMethodIsNotAllowed() {
        return each((operation, call) -> {
            Api.Reply reply =
                    api.send("PATCH", call.path().replaceAll("\\?.*", ""), "{}", "Content-Type", "application/json");
            reply.isProblem(405, "method-not-allowed");
            assertThat(reply.header("Allow")).contains(operation.method());
        });
    }

    @TestFactory
    Stream<DynamicTest> bodiesBeyondOneMegabyteAreRefused() {
        return each(
                Operation::takesJson,
                (operation, call) -> refused(
                        operation, send(operation, with(call, "\"" + "x".repeat(largest(operation)) + "\"")), 413));
    }

    /** A catalog that is not right has a status of its own. */
    private static void notRight(Operation operation, Api.Reply reply) {
        boolean catalog = operation.id().equals("putCatalog") && reply.status() == 422;
        refused(operation, reply, catalog ? 422 : 400);
    }

    /** A whole catalog may be larger than anything else. */
    private static int largest(Operation operation) {
        return operation.id().equals("putCatalog") ? DocumentText.LARGEST : 1024 * 1024;
    }

    // ---------------------------------------------------------------- how

    @FunctionalInterface
    private interface Check {
        void run(Operation operation, ValidCalls.Call call);
    }

    private Stream<DynamicTest> each(Check check) {
        return each(operation -> true, check);
    }

    private Stream<DynamicTest> each(java.util.function.Predicate<Operation> which, Check check) {
        return operations().stream()
                .filter(which)
                .filter(operation -> valid.all().containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> check.run(
                                operation, valid.all().get(operation.id()).get())));
    }

    private static ValidCalls.Call with(ValidCalls.Call call, String body) {
        return new ValidCalls.Call(call.path(), body, call.type());
    }

    private Api.Reply send(Operation operation, ValidCalls.Call call, String... headers) {
        if ("multipart/form-data".equals(call.type())) {
            return api.upload(call.path(), "contract.csv", String.valueOf(call.body()), null, headers);
        }
        if (call.type() == null) {
            return api.send(operation.method(), call.path(), call.body(), headers);
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = call.type();
        return api.send(operation.method(), call.path(), call.body(), all);
    }

    private static Api.Reply refused(Operation operation, Api.Reply reply, int status) {
        assertThat(reply.status()).as(operation.id() + ": " + reply.text()).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        return asDescribed(operation, reply).actual();
    }

    private static org.assertj.core.api.ObjectAssert<Api.Reply> asDescribed(Operation operation, Api.Reply reply) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(reply.status()));
        assertThat(response.isMissingNode())
                .as(operation.id() + " answers " + reply.status() + ", which is not described: " + reply.text())
                .isFalse();
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            assertThat(reply.text()).isEmpty();
        } else {
            String type = reply.header("content-type").replaceAll(";.*", "");
            assertThat(content.propertyNames())
                    .as(operation.id() + " " + reply.status())
                    .contains(type);
            assertThat(SchemaCheck.problems(
                            operation.document(), content.path(type).path("schema"), reply.json()))
                    .as(operation.id() + " " + reply.status() + ": " + reply.text())
                    .isEmpty();
        }
        return assertThat(reply);
    }
}
