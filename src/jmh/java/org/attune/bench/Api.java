package org.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The application's API, as a program of another system sees it. */
record Api(int port, String token, HttpClient http) {

    static Api at(int port, String token) {
        return new Api(port, token, HttpClient.newHttpClient());
    }

    /** A connection that costs as little as possible, for what is asked often. */
    KeepAlive connection() throws IOException {
        return new KeepAlive(port, token);
    }

    HttpResponse<String> call(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
