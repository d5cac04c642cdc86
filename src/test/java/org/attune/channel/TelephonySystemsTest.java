package org.attune.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.access.ApiClients;
import org.attune.access.IssuedToken;
import org.attune.access.Scope;
import org.attune.access.Users;
import org.attune.customer.Customers;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.telephony.SomeCall;
import org.attune.telephony.TwilioSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * The messages of telephone systems, written with invented values in the shapes of their public documentation and of messages others have
 * recorded (docs/telephony.md), and what the agents' desks make of them: each line of a sample is sent (twice, for these systems deliver
 * at least once) and the state of both agents noted.
 */
@AttuneTest
class TelephonySystemsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Api api;

    @Autowired
    Users users;

    @Autowired
    ApiClients clients;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    private final String call = UUID.randomUUID().toString();
    private final String phone = SomeCall.number();
    private String agent = "";
    private String other = "";

    TelephonySystemsTest(@Value("${local.server.port}") int port) {
        api = new Api(port);
    }

    @BeforeEach
    void people() {
        agent = Callers.agent(users, "sys");
        other = Callers.agent(users, "sys");
        api.put(
                "/api/v1/customers/sys-" + phone.substring(1),
                "{\"displayName\": \"Sys Tem\", \"phones\": [\"%s\"]}".formatted(phone));
    }

    private List<String> sample(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TelephonySystemsTest.class.getResourceAsStream("telephony/" + name), name)) {
            boolean form = name.endsWith(".txt");
            String display = users.byName(agent).orElseThrow().displayName();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replace("%CALL%", call)
                            .replace("%PHONE%", form ? encoded(phone) : phone)
                            .replace("%AGENT%", agent)
                            .replace("%OTHER%", other)
                            .replace("%REF%", "sys-" + phone.substring(1))
                            .replace("%NAME%", encoded(display)))
                    .toList();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends each line twice; what both agents see after each. */
    private List<String> play(String path, String type, String sample, String... headers) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line : sample(sample)) {
            api.send("POST", path, line, with(headers, type)).is(200);
            api.send("POST", path, line, with(headers, type)).is(200);
            seen.add(state(agent) + "/" + state(other));
        }
        return seen;
    }

    private static String[] with(String[] headers, String type) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type");
        all.add(type);
        return all.toArray(String[]::new);
    }

    private String state(String who) {
        return interactions.open(who).stream()
                .map(each -> each.state().name().toLowerCase(java.util.Locale.ROOT)
                        + (each.line().heldSince() == null ? "" : "+held"))
                .findFirst()
                .orElse("-");
    }

    private void theCallIsKnown() {
        theCallIsKnown(phone);
    }

    private void theCallIsKnown(@Nullable String number) {
        Interaction conversation = interactions.open(agent).getFirst();
        assertThat(conversation.customer()).isEqualTo(customers.idOf("sys-" + phone.substring(1)));
        assertThat(conversation.caller()).isEqualTo(number);
        assertThat(conversation.line().queue()).isEqualTo("support");
        if (!conversation.reason().isEmpty()) {
            assertThat(conversation.reason()).isEqualTo("technical");
            assertThat(interactions.handover(conversation).settled()).containsExactly("restart-router");
        }
        interactions.close(conversation.id(), agent);
    }

    @Test
    void asterisk() throws IOException {
        assertThat(play("/api/v1/telephony/asterisk", "application/json", "asterisk.jsonl"))
                .containsExactly(
                        "-/-",
                        "ringing/-",
                        "ringing/-",
                        "talking/-",
                        "talking+held/-",
                        "talking/-",
                        "wrap_up/ringing",
                        "wrap_up/ringing",
                        "wrap_up/-");
        theCallIsKnown();
    }

    @Test
    void genesysCloud() throws IOException {
        assertThat(play("/api/v1/telephony/genesys", "application/json", "genesys.jsonl"))
                .containsExactly("-/-", "ringing/-", "talking/-", "talking+held/-", "wrap_up/ringing", "wrap_up/-");
        theCallIsKnown();
    }

    @Test
    void genesysCloudThroughEventBridgeWhereAChatIsNoCall() throws IOException {
        assertThat(play("/api/v1/telephony/genesys", "application/json", "genesys-conversations.jsonl"))
                .containsExactly("-/-", "ringing/-", "talking/-", "wrap_up/-");
        theCallIsKnown();
    }

    @Test
    void aMemberOfAnAsteriskQueueRingsUnderItsOwnName() {
        String dial = """
                {"type": "Dial", "timestamp": "2026-03-02T10:15:02.220+0100", "dialstatus": "RINGING", "dialstring": "%s@from-queue/n",
                 "caller": {"id": "%s", "name": "PJSIP/trunk-00000029", "state": "Up", "caller": {"name": "", "number": "%s"}},
                 "peer": {"id": "1772442902.43", "name": "Local/%s@from-queue/n-0000002a;1", "state": "Ringing"},
                 "asterisk_id": "00:1a:2b:3c:4d:5e", "application": "attune"}""";
        api.post("/api/v1/telephony/asterisk", dial.formatted(agent, call, phone, agent))
                .is(200);
        assertThat(state(agent)).isEqualTo("ringing");
    }

    @Test
    void amazonConnect() throws IOException {
        assertThat(play("/api/v1/telephony/amazon-connect", "application/json", "amazon-connect.jsonl"))
                .containsExactly(
                        "-/-",
                        "-/-",
                        "talking/-",
                        "talking/-",
                        "talking/-", // a supervisor listens in
                        "talking/-",
                        "talking/-",
                        "wrap_up/-", // the first contact is over, the customer waits for the next agent
                        "wrap_up/talking",
                        "wrap_up/talking",
                        "wrap_up/wrap_up");
        theCallIsKnown(null); // these events tell who calls by the customer's own id, not by a number
    }

    @Test
    void twilioTaskRouter() throws IOException {
        IssuedToken token = Clients.with(clients, Scope.TELEPHONY_WRITE);
        String basic = "Basic "
                + Base64.getEncoder().encodeToString(("attune:" + token.token()).getBytes(StandardCharsets.UTF_8));
        assertThat(play("/api/v1/telephony/twilio", FORM, "twilio.txt", "Authorization", basic))
                .containsExactly(
                        "-/-",
                        "ringing/-",
                        "talking/-",
                        "talking/ringing",
                        "talking/-",
                        "talking/-",
                        "wrap_up/-",
                        "wrap_up/-",
                        "wrap_up/-");
        theCallIsKnown();
    }

    @Test
    void aScriptWrittenForZammadNeedsNothingButAnotherAddress() throws IOException {
        IssuedToken token = Clients.with(clients, Scope.TELEPHONY_WRITE);
        assertThat(play("/api/v1/cti/" + token.token(), FORM, "zammad.txt", "Authorization", "none"))
                .containsExactly("ringing/-", "talking/-", "wrap_up/-");
        theCallIsKnown();
    }

    @Test
    void zammadInJsonAndByExtension() {
        String json =
                "{\"event\": \"newCall\", \"from\": \"anonymous\", \"to\": \"%s\", \"direction\": \"in\", \"callId\": \"%s\"}";
        api.post("/api/v1/cti", json.formatted(agent, call)).is(200);
        assertThat(state(agent)).isEqualTo("ringing");
        assertThat(interactions.open(agent).getFirst().caller()).isNull();
        api.post(
                        "/api/v1/cti",
                        "{\"event\": \"answer\", \"callId\": \"" + call + "\", \"answeringNumber\": \"" + agent + "\"}")
                .is(200);
        assertThat(state(agent)).isEqualTo("talking");
        api.post("/api/v1/cti", "{\"event\": \"hangup\", \"callId\": \"" + call + "\"}")
                .is(200);
        interactions.close(interactions.open(agent).getFirst().id(), agent);
        api.post("/api/v1/cti", "{\"event\": \"sing\"}")
                .isProblem(400, "invalid")
                .names("event")
                .names("callId");
    }

    @Test
    void aTokenInAnAddressMayDoNothingElse() {
        IssuedToken narrow = Clients.with(clients, Scope.TELEPHONY_WRITE);
        IssuedToken wide = Clients.with(clients, Scope.TELEPHONY_WRITE, Scope.EVENTS_WRITE);
        String form = "event=hangup&callId=" + call;
        api.send("POST", "/api/v1/cti/" + narrow.token(), form, "Authorization", "none", "Content-Type", FORM)
                .is(200);
        Api.Reply refused =
                api.send("POST", "/api/v1/cti/" + wide.token(), form, "Authorization", "none", "Content-Type", FORM);
        refused.isProblem(401, "unauthorized");
        assertThat(refused.text()).doesNotContain(wide.token());
        Api.Reply wrong = api.send(
                "POST", "/api/v1/cti/" + narrow.token(), "event=x", "Authorization", "none", "Content-Type", FORM);
        assertThat(wrong.isProblem(400, "invalid").text()).doesNotContain(narrow.token());
    }

    @Test
    void basicAuthenticationIsForTelephonyOnly() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("x:" + Api.TOKEN).getBytes(StandardCharsets.UTF_8));
        api.get("/api/v1/catalog", "Authorization", basic).isProblem(401, "unauthorized");
        api.send("POST", "/api/v1/cti", "event=hangup&callId=" + call, "Authorization", basic, "Content-Type", FORM)
                .is(200);
        api.send("POST", "/api/v1/cti", "", "Authorization", "Basic %%%", "Content-Type", FORM)
                .isProblem(401, "unauthorized");
    }

    /** The example of Twilio's documentation on webhook security. */
    @Test
    void twiliosSignatureIsThatOfItsDocumentation() {
        Map<String, List<String>> form = Map.of(
                "CallSid", List.of("CA1234567890ABCDE"),
                "Caller", List.of("+12349013030"),
                "Digits", List.of("1234"),
                "From", List.of("+12349013030"),
                "To", List.of("+18005551212"));
        String address = "https://mycompany.com/myapp.php?foo=1&bar=2";
        String signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";
        assertThat(TwilioSignature.fits("12345", address, form, signature)).isTrue();
        assertThat(TwilioSignature.fits("12346", address, form, signature)).isFalse();
        assertThat(TwilioSignature.fits("12345", address, form, null)).isFalse();
    }
}
