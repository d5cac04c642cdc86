package org.attune.telephony.internal;

import java.util.Objects;
import org.attune.access.ApiClient;
import org.attune.access.ApiClients;
import org.attune.access.Scope;
import org.attune.access.TokenBucket;
import org.attune.kernel.AttuneException;
import org.attune.telephony.Receipt;
import org.attune.telephony.TelephonyInbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One frame, one answer: an event gets a receipt, a list of events a list of receipts. Frames beyond the client's rate are answered
 * as rejected and not taken in; who goes on regardless is cut off. A token that is no longer good ends the connection with its next
 * frame.
 */
@Component
class CallSocket extends TextWebSocketHandler {
    /** Largest frame, bytes. */
    static final int LARGEST = 64 * 1024;
    /** Frames in a row beyond the rate after which a connection is cut. */
    static final int PATIENCE = 200;

    static final String TOKEN = "attune.token";
    private static final String BUCKET = "attune.bucket";
    private static final String BEYOND = "attune.beyond";
    private static final Logger LOG = LoggerFactory.getLogger(CallSocket.class);

    private final TelephonyInbox inbox;
    private final ApiClients clients;
    private final JsonMapper json;

    CallSocket(TelephonyInbox inbox, ApiClients clients, JsonMapper json) {
        this.inbox = inbox;
        this.clients = clients;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST);
        session.setBinaryMessageSizeLimit(1024);
        ApiClient client = client(session);
        if (client != null) {
            session.getAttributes().put(BUCKET, new TokenBucket(client.limit(), System.nanoTime()));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage frame) throws Exception {
        ApiClient client = client(session);
        if (client == null || !client.may(Scope.TELEPHONY_WRITE)) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("The token is no longer good for telephony:write."));
            return;
        }
        TokenBucket.Taken taken = bucket(session, client).take(System.nanoTime());
        if (!taken.allowed()) {
            refuse(session, client, frame.getPayload());
            return;
        }
        session.getAttributes().remove(BEYOND);
        answer(session, reply(frame.getPayload()));
    }

    private Object reply(String frame) {
        try {
            JsonNode event = json.readTree(frame);
            return event.isArray() ? inbox.batch(event) : inbox.any(event);
        } catch (JacksonException e) {
            return Receipt.rejected(null, "Not valid JSON.");
        } catch (AttuneException e) {
            return Receipt.rejected(null, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("A call's event could not be taken in: {}", e.toString());
            return Receipt.rejected(null, "Not available at the moment. Nothing was lost: send the same event again.");
        }
    }

    private void refuse(WebSocketSession session, ApiClient client, String frame) throws Exception {
        int beyond =
                1 + (int) Objects.requireNonNullElse(session.getAttributes().get(BEYOND), 0);
        session.getAttributes().put(BEYOND, beyond);
        if (beyond > PATIENCE) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("Too many frames."));
            return;
        }
        answer(
                session,
                Receipt.rejected(
                        id(frame),
                        "This client may send " + client.limit().perSecond()
                                + " frames per second. Wait a little, then send the same again."));
    }

    private @Nullable String id(String frame) {
        try {
            return CloudCalls.id(json.readTree(frame));
        } catch (JacksonException e) {
            return null;
        }
    }

    private void answer(WebSocketSession session, Object answer) throws Exception {
        session.sendMessage(new TextMessage(json.writeValueAsString(answer)));
    }

    private static TokenBucket bucket(WebSocketSession session, ApiClient client) {
        TokenBucket bucket = (TokenBucket) session.getAttributes().get(BUCKET);
        if (bucket == null || !bucket.limit().equals(client.limit())) {
            bucket = new TokenBucket(client.limit(), System.nanoTime());
            session.getAttributes().put(BUCKET, bucket);
        }
        return bucket;
    }

    private @Nullable ApiClient client(WebSocketSession session) {
        Object token = session.getAttributes().get(TOKEN);
        return token == null ? null : clients.authenticate(token.toString()).orElse(null);
    }
}
