package org.attune.care;

import java.util.Locale;
import org.attune.customer.CustomerState;
import org.attune.kernel.Keyed;

/** What a customer can go through, each with its own dates. */
public enum CaseKind implements Keyed {
    /** An application for help: assessed and answered in working days. */
    HARDSHIP(CustomerState.HARDSHIP, true),
    /** 60 days without any request to pay. */
    MORATORIUM(CustomerState.MORATORIUM, false),
    /** The same for as long as a treatment of mental health lasts, and 30 days. */
    TREATMENT(CustomerState.MORATORIUM, true),
    /** Something to take care of: health, life event, resilience, capability. */
    NEED(CustomerState.VULNERABILITY, true),
    /** Somebody depends on a device that must not stop. */
    LIFE_SUPPORT(CustomerState.VULNERABILITY, true),
    BEREAVEMENT(CustomerState.BEREAVEMENT, true),
    COMPLAINT(CustomerState.COMPLAINT_OPEN, false),
    DISPUTE(CustomerState.DISPUTE, false),
    /** Violence: contact only as agreed, sensitive facts hidden. */
    DISCREET(CustomerState.DISCREET, true),
    OVER_INDEBTED(CustomerState.OVER_INDEBTED, false);

    private final CustomerState state;
    private final boolean consent;

    CaseKind(CustomerState state, boolean consent) {
        this.state = state;
        this.consent = consent;
    }

    /** The state that protects the customer meanwhile. */
    public CustomerState state() {
        return state;
    }

    /** Whether it tells something so personal that the customer must agree before it is written down. */
    public boolean needsConsent() {
        return consent;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
