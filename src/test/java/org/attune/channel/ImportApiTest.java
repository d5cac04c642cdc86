package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.attune.AttuneTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** CSV files over the API. */
@AttuneTest
class ImportApiTest {
    private static final String MAPPING = """
            {"refColumn": "id", "columns": {"visits": "chan_import_visits", "plan": "chan_import_plan"},
             "createAttributes": true}""";

    private final Api api;

    ImportApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    private JsonNode finished(Api.Reply started) {
        started.is(202);
        String address = started.header("Location");
        assertThat(address).startsWith("/api/v1/imports/");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !api.get(address).json().path("state").asString().equals("running"));
        return api.get(address).is(200).json();
    }

    @Test
    void customersComeInAndASecondTimeChangesNothing() {
        String csv = "id;visits;plan\nchan-i1;3;flex\nchan-i2;5;basic\n";
        JsonNode first = finished(api.upload("/api/v1/imports/customers", "c.csv", csv, MAPPING));
        assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("done");
        assertThat(first.path("rows").asInt()).isEqualTo(2);
        assertThat(first.path("accepted").asInt()).isEqualTo(2);
        assertThat(first.path("rejected").asInt()).isZero();
        assertThat(first.path("errors")).isEmpty();
        assertThat(api.get("/api/v1/customers/chan-i2")
                        .is(200)
                        .json()
                        .at("/attributes/chan_import_visits")
                        .asInt())
                .isEqualTo(5);

        JsonNode second = finished(api.upload("/api/v1/imports/customers", "c.csv", csv, MAPPING));
        assertThat(second.path("accepted").asInt()).isEqualTo(2);
        assertThat(second.path("changed").asInt()).isZero();
    }

    @Test
    void brokenRowsAreListedAndTheRestIsTaken() {
        finished(api.upload("/api/v1/imports/customers", "c.csv", "id;visits;plan\nchan-i3;1;flex\n", MAPPING));
        String csv = "id;visits;plan\nchan-i4;many;flex\n;2;flex\nchan-i5;4;flex\n";
        JsonNode done = finished(api.upload("/api/v1/imports/customers", "broken.csv", csv, MAPPING));
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("rows").asInt()).isEqualTo(3);
        assertThat(done.path("accepted").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(2);
        assertThat(done.at("/errors/0/row").asInt()).isEqualTo(1);
        assertThat(done.at("/errors/0/column").asString()).isEqualTo("visits");
        assertThat(done.at("/errors/0/message").asString()).contains("many");
        assertThat(done.at("/errors/1/row").asInt()).isEqualTo(2);
        api.get("/api/v1/customers/chan-i5").is(200);
        api.get("/api/v1/customers/chan-i4").isProblem(404, "not-found");
    }

    @Test
    void answersOfThePastComeInWithBrokenOnesListed() {
        finished(api.upload("/api/v1/imports/customers", "c.csv", "id;visits;plan\nchan-o1;1;flex\n", MAPPING));
        String action = api.get("/api/v1/catalog").json().at("/actions/0/key").asString();
        String csv = "customer,action,outcome,occurredAt,channel\n"
                + "chan-o1," + action + ",accepted,2026-01-02T10:00:00Z,call-center\n"
                + "chan-o1," + action + ",perhaps,2026-01-03T10:00:00Z,call-center\n"
                + "nobody," + action + ",declined,2026-01-04T10:00:00Z,call-center\n";
        JsonNode done = finished(api.upload("/api/v1/imports/outcomes", "o.csv", csv, null));
        assertThat(done.path("kind").asString()).isEqualTo("outcomes");
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("accepted").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(2);
        assertThat(done.at("/errors/0/message").asString()).contains("perhaps");
        assertThat(done.at("/errors/1/message").asString()).contains("nobody");

        JsonNode again = finished(api.upload("/api/v1/imports/outcomes", "o.csv", csv, null));
        assertThat(again.path("changed").asInt()).isZero();
    }

    @Test
    void aFileIsNeeded() {
        api.postAs("/api/v1/imports/customers", "multipart/form-data; boundary=xx", "--xx--\r\n")
                .isProblem(400, "invalid")
                .names("file");
        api.upload("/api/v1/imports/customers", "empty.csv", "", MAPPING)
                .isProblem(400, "invalid")
                .names("file", "empty");
        api.post("/api/v1/imports/customers", "{}").isProblem(415, "unsupported-media-type");
    }

    @Test
    void anUnknownImportIsNotFound() {
        api.get("/api/v1/imports/0197a3c0-11aa-7c3d-8e4f-5a6b7c8d9e0f").isProblem(404, "not-found");
        api.get("/api/v1/imports/the-last-one").isProblem(404, "not-found");
    }

    @Test
    void aMappingThatCannotBeReadIsRefused() {
        Api.Reply reply = api.upload("/api/v1/imports/customers", "c.csv", "id\nchan-i6\n", "{not json");
        if (reply.status() == 202) {
            assertThat(finished(reply).path("state").asString()).isEqualTo("failed");
        } else {
            reply.isProblem(400, "invalid");
        }
    }
}
