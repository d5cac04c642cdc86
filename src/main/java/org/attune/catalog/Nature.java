package org.attune.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.attune.kernel.Keyed;

/** What an action does to the customer; the shield judges by it, and by what else the action tells. */
public enum Nature implements Keyed {
    SALE,
    UPSELL,
    CREDIT,
    /** Asks for money that is owed. */
    COLLECTION,
    /** A way to pay what is owed that the customer can bear: still asks for repayment. */
    REPAYMENT,
    /** Makes it easier and asks for nothing: a pause, a waiver, a smaller bill. */
    FORBEARANCE,
    HELP,
    CARE,
    INFORMATION;

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The nature of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static Nature of(String key) {
        return Keyed.of(Nature.class, "nature", key);
    }
}
