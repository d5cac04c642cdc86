package org.attune.channel.internal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document: what all calls have in common, and the examples, which lie as files under openapi/. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String BEARER = "token";
    private static final String PROBLEM = "Problem";
    /** Calls whose reply carries an ETag. */
    private static final Set<String> TAGGED = Set.of(
            "getCustomer",
            "putCustomer",
            "getAttribute",
            "putAttribute",
            "getCatalog",
            "createWebhook",
            "getWebhook",
            "putWebhook");

    private static final String PROBLEM_TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Attune")
                        .version("v1")
                        .description(
                                "Next best actions with empathy: tell Attune about customers and what happens to them, ask"
                                        + " what to propose, report what was answered. JSON everywhere; times are ISO 8601; errors"
                                        + " are RFC 9457 problems. Unknown fields are refused by name, except in events.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This installation")))
                .tags(List.of(
                        tag("Customers", "Who the customers are"),
                        tag("Attributes", "The dictionary that gives every fact its meaning"),
                        tag("Imports", "Customers and past answers from CSV files"),
                        tag("Events", "What happens to customers"),
                        tag("Decisions", "What to propose, and what became of it"),
                        tag("Routing", "Who should take a call"),
                        tag("Telephony", "What happens to calls"),
                        tag("Catalog", "What can be proposed"),
                        tag("Models", "How well Attune knows"),
                        tag("Insight", "How the actions do"),
                        tag("Webhooks", "Who is told what happens here")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "The token of a registered API client. Each call names the scope it needs:"
                                                        + " what the client must have been granted in the studio.")))
                .security(List.of(new SecurityRequirement().addList(BEARER)));
    }

    @Bean
    OpenApiCustomizer commonParts(JsonMapper json) {
        return document -> {
            // not earlier: springdoc drops schemas it sees no reference to
            document.getComponents().addSchemas(PROBLEM, problemSchema());
            ApiSchemas.complete(document);
            document.getPaths()
                    .values()
                    .forEach(path ->
                            path.readOperationsMap().forEach((method, operation) -> complete(method, operation, json)));
        };
    }

    /** Which scope a call needs, from the same annotation that is enforced. */
    @Bean
    OperationCustomizer scopes() {
        return (operation, method) -> {
            Scope scope = EndpointScopes.of(method);
            if (scope != null) {
                operation.addExtension("x-required-scope", scope.key());
                operation.security(List.of(new SecurityRequirement().addList(BEARER, scope.key())));
            }
            return operation;
        };
    }

    private static void complete(PathItem.HttpMethod method, Operation operation, JsonMapper json) {
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name(IdempotencyFilter.HEADER)
                    .description(
                            "Names this request for 24 hours: sent again with the same content it is not carried out"
                                    + " again but answered as before; with other content it is refused (422).")
                    .schema(text().maxLength(200)));
        }
        if (method == PathItem.HttpMethod.PUT && !saysIfMatch(operation)) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("If-Match")
                    .description("The ETag that was read: the change is only made if nobody else made one since")
                    .schema(text()));
        }
        Map<String, String> problems = problems(method, operation);
        // springdoc adds what the error handlers might answer to every call; here each call says it itself
        operation.getResponses().keySet().removeIf(status -> status.compareTo("400") >= 0);
        problems.forEach((status, words) -> operation.getResponses().addApiResponse(status, problem(status, words)));
        addExamples(operation, json);
    }

    /** Which problems a call can answer with, by status. */
    private static Map<String, String> problems(PathItem.HttpMethod method, Operation operation) {
        Map<String, String> problems = new TreeMap<>();
        problems.put("401", "No valid token");
        problems.put("403", "The client lacks the scope; missingScope names it");
        problems.put("429", "Too many calls of this client; send the same again after Retry-After seconds");
        problems.put("503", "Not available at the moment; send the same again after Retry-After seconds");
        boolean body = operation.getRequestBody() != null;
        boolean file = operation.getOperationId().startsWith("import");
        if (body || has(operation, "query")) {
            problems.put("400", "Something is wrong with the request; problems names each place");
        }
        if ((method != PathItem.HttpMethod.PUT || "putWebhook".equals(operation.getOperationId()))
                && !file
                && (body || has(operation, "path"))) {
            problems.put("404", "What was named does not exist");
        }
        if (body) {
            problems.put("409", "Does not fit the present state, or the same request is being worked on");
            problems.put("413", "Too large");
            problems.put("415", "Content-Type not understood");
        }
        if (operation.getOperationId().equals("putCatalog")) {
            problems.put("412", "There is no such revision that it could have been made from");
            problems.put("422", "Something is wrong with the catalog; errors names each place");
        }
        if (method == PathItem.HttpMethod.POST) {
            problems.put(
                    "422",
                    operation.getOperationId().equals("publishRevision")
                            ? "A persona fails or the catalog has errors; errors names each place. Or the idempotency key"
                                    + " belongs to another request"
                            : "The idempotency key belongs to another request");
        }
        if (operation.getOperationId().equals("replayDecision")) {
            problems.put("409", "Something the decision was taken with is not there any more");
        }
        if ("undoOutcome".equals(operation.getOperationId())) {
            problems.put("409", "There is nothing to take back");
        }
        if (method == PathItem.HttpMethod.PUT) {
            problems.put("412", "Somebody else was quicker: If-Match or If-None-Match does not hold");
        }
        return problems;
    }

    private static boolean saysIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
    }

    private static boolean has(Operation operation, String kindOfParameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> kindOfParameter.equals(p.getIn()));
    }

    private static void addExamples(Operation operation, JsonMapper json) {
        Object request = example(operation.getOperationId() + ".request", json);
        if (request != null && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().stream()
                    .findFirst()
                    .ifPresent(type -> type.example(request));
        }
        Object answer = example(operation.getOperationId() + ".response", json);
        operation.getResponses().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("2")
                        && answer != null
                        && entry.getValue().getContent() != null)
                .forEach(entry -> entry.getValue().getContent().values().stream()
                        .findFirst()
                        .ifPresent(type -> type.example(answer)));
        if (operation.getResponses().get("201") instanceof ApiResponse created) {
            created.addHeaderObject("Location", new Header().schema(text()));
        }
        if (TAGGED.contains(operation.getOperationId())) {
            operation.getResponses().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("2"))
                    .forEach(entry -> entry.getValue()
                            .addHeaderObject(
                                    "ETag",
                                    new Header()
                                            .description("Names this version, for If-Match")
                                            .schema(text())));
        }
        if (operation.getResponses().get("202") instanceof ApiResponse accepted
                && operation.getOperationId().startsWith("import")) {
            accepted.addHeaderObject("Location", new Header().schema(text()));
        }
    }

    private static @Nullable Object example(String name, JsonMapper json) {
        try (InputStream file = ApiDocument.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return file == null ? null : json.readValue(file, Object.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiResponse problem(String status, String words) {
        ApiResponse response = new ApiResponse();
        if (status.equals("429") || status.equals("503")) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(text()));
        }
        return response.description(words)
                .content(new Content()
                        .addMediaType(
                                PROBLEM_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problemSchema() {
        return object().description("An error (RFC 9457)")
                .addProperty(
                        "type", text().format("uri").description("urn:attune:problem: and the kind; never changes"))
                .addProperty("title", text())
                .addProperty("status", new Schema<>().types(Set.of("integer")))
                .addProperty("instance", text().description("The address that was called"))
                .addProperty("detail", text().description("What happened and what to do"))
                .addProperty(
                        "problems",
                        new Schema<>()
                                .types(Set.of("array"))
                                .items(object().addProperty(
                                                "place", text().description("Field, parameter, or line and column"))
                                        .addProperty("message", text())))
                .addProperty(
                        "errors",
                        new Schema<>()
                                .types(Set.of("array"))
                                .items(object().addProperty(
                                                "place", text().description("Such as actions[payment-pause].minutes"))
                                        .addProperty("message", text()))
                                .description("What is wrong with a catalog, the same as problems"))
                .addProperty("missingScope", text().description("On 403: the scope the client needs"))
                .addProperty("reference", text().description("For errors on our side: tell it to the operator"));
    }

    private static Schema<?> text() {
        return new Schema<>().types(Set.of("string"));
    }

    private static Schema<?> object() {
        return new Schema<>().types(Set.of("object"));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
