package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.UUID;

/** A telephone system that tells of its calls over HTTP, of many at once. */
final class Telephone {
    private final Api api;

    Telephone(Api api) {
        this.api = new Api(
                api.port(),
                api.token(),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /**
     * Tells one event of a call.
     *
     * @return nanoseconds until it was accepted
     * @throws IllegalStateException when it was not
     */
    long tell(String call, String type, String data) throws IOException, InterruptedException {
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "/bench", "type": "attune.call.%s", "subject": "%s", "data": {%s}}""".formatted(UUID.randomUUID(), type, call, data);
        long sent = System.nanoTime();
        var answer = api.call("POST", "/api/v1/telephony/events", event);
        if (answer.statusCode() / 100 != 2 || !answer.body().contains("accepted")) {
            throw new IllegalStateException(type + ": " + answer.statusCode() + " " + answer.body());
        }
        return System.nanoTime() - sent;
    }
}
