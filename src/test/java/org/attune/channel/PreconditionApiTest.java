package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Two clients that edit the same thing never overwrite each other, if they say what they have read. */
@AttuneTest
class PreconditionApiTest {
    @Autowired
    private Customers customers;

    private final Api api;
    private final String ref = "cond-" + UUID.randomUUID();
    private final String address = "/api/v1/customers/" + ref;

    PreconditionApiTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @Test
    void aCustomerIsChangedOnlyAsItWasRead() {
        String first = api.put(address, "{\"displayName\": \"A\"}").is(201).header("ETag");
        assertThat(first).isNotBlank();
        assertThat(api.get(address).header("ETag")).isEqualTo(first);
        String second = api.put(address, "{\"displayName\": \"B\"}", "If-Match", first)
                .is(200)
                .header("ETag");
        assertThat(second).isNotEqualTo(first);
        Api.Reply stale =
                api.put(address, "{\"displayName\": \"C\"}", "If-Match", first).isProblem(412, "precondition-failed");
        assertThat(stale.header("ETag")).isEqualTo(second);
        assertThat(api.get(address).json().path("displayName").asString()).isEqualTo("B");
        api.put(address, "{\"displayName\": \"D\"}", "If-Match", "\"other\", " + second)
                .is(200);
        api.put(address, "{\"displayName\": \"E\"}", "If-Match", "*").is(200);
        api.put(
                        address,
                        "{\"displayName\": \"F\"}",
                        "If-Match",
                        "W/" + api.get(address).header("ETag"))
                .isProblem(412, "precondition-failed");
    }

    @Test
    void aStateThatAnAgentRecordsMakesWhatWasReadOld() {
        String read = api.put(address, "{\"displayName\": \"A\", \"states\": []}")
                .is(201)
                .header("ETag");
        customers.beginState(
                java.util.Objects.requireNonNull(customers.idOf(ref)), CustomerState.HARDSHIP, null, "agent");
        api.put(address, "{\"states\": []}", "If-Match", read).isProblem(412, "precondition-failed");
    }

    @Test
    void aCustomerIsOnlyCreatedOnce() {
        api.put(address, "{}", "If-Match", "\"v0\"").isProblem(412, "precondition-failed");
        api.put(address, "{}", "If-None-Match", "*").is(201);
        api.put(address, "{}", "If-None-Match", "*").isProblem(412, "precondition-failed");
    }

    @Test
    void ofManyWhoCreateAtOnceOneDoes() {
        var replies = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> api.put(address, "{\"displayName\": \"" + i + "\"}", "If-None-Match", "*")
                        .status())
                .toList();
        assertThat(replies.stream().filter(each -> each == 201)).hasSize(1);
        assertThat(replies.stream().filter(each -> each == 412)).hasSize(7);
    }

    @Test
    void ofManyWhoChangeWhatTheyReadOneDoes() {
        String read = api.put(address, "{\"displayName\": \"A\"}").is(201).header("ETag");
        var replies = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> api.put(address, "{\"displayName\": \"" + i + "\"}", "If-Match", read)
                        .status())
                .toList();
        assertThat(replies.stream().filter(each -> each == 200)).hasSize(1);
        assertThat(replies.stream().filter(each -> each == 412)).hasSize(7);
    }

    @Test
    void aReplyAboutACustomerNeverSaysNotModifiedBecauseFactsAge() {
        String tag = api.put(address, "{}").is(201).header("ETag");
        api.get(address, "If-None-Match", tag).is(200);
    }

    @Test
    void anAttributeIsChangedOnlyAsItWasRead() {
        String attribute =
                "/api/v1/attributes/cond_" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"type\": \"number\", \"label\": {\"en\": \"Conditional\"}, \"source\": \"";
        String first =
                api.put(attribute, body + "a\"}", "If-None-Match", "*").is(201).header("ETag");
        assertThat(api.get(attribute).is(200).header("ETag")).isEqualTo(first);
        api.get(attribute, "If-None-Match", first).is(304);
        api.put(attribute, body + "b\"}", "If-None-Match", "*").isProblem(412, "precondition-failed");
        String second =
                api.put(attribute, body + "b\"}", "If-Match", first).is(200).header("ETag");
        api.put(attribute, body + "c\"}", "If-Match", first).isProblem(412, "precondition-failed");
        var replies = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> api.put(attribute, body + "r" + i + "\"}", "If-Match", second)
                        .status())
                .toList();
        assertThat(replies.stream().filter(each -> each == 200)).hasSize(1);
        assertThat(replies.stream().filter(each -> each == 412)).hasSize(7);
    }
}
