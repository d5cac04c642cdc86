package org.attune.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** A right that a program can have. Every call of the API asks for exactly one. */
public enum Scope implements Keyed {
    /** Ask what to propose. */
    DECISIONS_WRITE,
    /** Report what became of a proposal, and take it back. */
    OUTCOMES_WRITE,
    /** Tell signals about customers. */
    EVENTS_WRITE,
    /** Read customers and the attribute dictionary. */
    CUSTOMERS_READ,
    /** Create and change customers and the attribute dictionary. */
    CUSTOMERS_WRITE,
    /** Read the catalog and its revisions. */
    CATALOG_READ,
    /** Draft a catalog and hand it in. */
    CATALOG_WRITE,
    /** Approve, publish and roll back a catalog. */
    CATALOG_PUBLISH,
    /** Read figures, models and the traces of decisions. */
    INSIGHT_READ,
    /** Ask who should take a call. */
    ROUTING_READ,
    /** Tell what happens to calls. */
    TELEPHONY_WRITE,
    /** See, make and change webhooks. */
    WEBHOOKS_WRITE,
    /** Import files and see how the imports stand. */
    IMPORTS_WRITE;

    /** Such as {@code decisions:write}. */
    @JsonValue
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The constant of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static Scope of(String key) {
        return Keyed.of(Scope.class, "scope", key);
    }
}
