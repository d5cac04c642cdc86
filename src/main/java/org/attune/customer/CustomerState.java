package org.attune.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** What a customer may be going through that protects them. */
public enum CustomerState implements Keyed {
    HARDSHIP,
    ARREARS,
    MORATORIUM,
    ARRANGEMENT,
    OVER_INDEBTED,
    VULNERABILITY,
    BEREAVEMENT,
    COMPLAINT_OPEN,
    DISPUTE,
    DISCREET,
    FRAUD_ALERT;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static CustomerState of(String key) {
        return Keyed.of(CustomerState.class, "state", key);
    }
}
