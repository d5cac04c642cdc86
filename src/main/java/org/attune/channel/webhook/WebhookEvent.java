package org.attune.channel.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.attune.kernel.Keyed;
import org.attune.kernel.OutboundEvent;

/** A kind of fact that a webhook can ask for. */
public enum WebhookEvent implements Keyed {
    OUTCOME_RECORDED(OutboundEvent.OUTCOME_RECORDED),
    CUSTOMER_STATE_CHANGED(OutboundEvent.CUSTOMER_STATE_CHANGED),
    STRATEGY_PUBLISHED(OutboundEvent.STRATEGY_PUBLISHED),
    OUTREACH_CREATED(OutboundEvent.OUTREACH_CREATED),
    DECISION_MADE(OutboundEvent.DECISION_MADE);

    private final String key;

    WebhookEvent(String key) {
        this.key = key;
    }

    @JsonValue
    @Override
    public String key() {
        return key;
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static WebhookEvent of(String key) {
        return Keyed.of(WebhookEvent.class, "events", key);
    }
}
