package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API, as another system would write one. */
final class Api {
    static final String TOKEN = "token-of-the-tests-only";
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    Api(int port) {
        this.port = port;
    }

    /** An answer with what matters of it. */
    record Reply(int status, Map<String, List<String>> headers, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> String.join(",", e.getValue()))
                    .findFirst()
                    .orElse("");
        }

        /** Checks the status and that it is a well-formed problem without anything of the inside. */
        Reply isProblem(int expected, String kind) {
            assertThat(status).as(text).isEqualTo(expected);
            assertThat(header("content-type")).startsWith("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            assertThat(json().path("type").asString()).isEqualTo("urn:attune:problem:" + kind);
            assertThat(json().path("title").asString()).isNotBlank();
            assertThat(json().path("detail").asString()).isNotBlank();
            assertThat(text).doesNotContain("Exception", "org.attune", "org.springframework", "tools.jackson", "java.");
            return this;
        }

        /** Checks that a problem points at a place. */
        Reply names(String place, String... words) {
            JsonNode found = null;
            for (JsonNode each : json().path("problems")) {
                if (each.path("place").asString().equals(place)) {
                    found = each;
                }
            }
            assertThat(found).as(text).isNotNull();
            assertThat(found.path("message").asString()).isNotBlank();
            for (String word : words) {
                assertThat(found.path("message").asString()).contains(word);
            }
            return this;
        }

        Reply is(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Reply put(String path, String json, String... headers) {
        return send("PUT", path, json, with(headers, "Content-Type", "application/json"));
    }

    Reply post(String path, String json, String... headers) {
        return send("POST", path, json, with(headers, "Content-Type", "application/json"));
    }

    Reply postAs(String path, String type, String body, String... headers) {
        return send("POST", path, body, with(headers, "Content-Type", type));
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a file and, unless null, a mapping in a text field. */
    Reply upload(String path, String file, String content, @Nullable String mapping, String... headers) {
        String boundary = "----" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
        body.append(file)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n");
        if (mapping != null) {
            body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n");
            body.append(mapping).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        return postAs(path, "multipart/form-data; boundary=" + boundary, body.toString(), headers);
    }

    /** Sends exactly this, with the good token unless another Authorization is given. */
    Reply send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!List.of(headers).contains("Authorization")) {
            request.header("Authorization", "Bearer " + TOKEN);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
