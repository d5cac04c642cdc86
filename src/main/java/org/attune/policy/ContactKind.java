package org.attune.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.attune.kernel.Keyed;

/** What proposing an action does to a customer, as the shield sees it. Every kind is one bit, so that judging is one AND. */
public enum ContactKind implements Keyed {
    /** Sells something, or makes the customer pay more. */
    SALE,
    /** Offers credit or raises a limit. */
    CREDIT,
    /** Promotes a dearer version while the customer is served. */
    UPSELL,
    /** Contact about money that is owed, other than an offer to make it easier. */
    COLLECTION,
    /** An offer of collections to make it easier. */
    COLLECTIONS_RELIEF,
    /** Asks for repayment in any way, a plan included. */
    REPAYMENT,
    /** Not an action: drawing from the model's doubt instead of taking its mean. */
    EXPLORATION;

    /** Everything that sells. */
    public static final int SALES = SALE.bit() | CREDIT.bit() | UPSELL.bit();

    /** Every kind. */
    public static final int ALL = (1 << values().length) - 1;

    /** The bit in a mask of kinds. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether the mask holds this kind. */
    public boolean in(int mask) {
        return (mask & bit()) != 0;
    }

    /** The mask of several kinds. */
    public static int mask(Collection<ContactKind> kinds) {
        int mask = 0;
        for (ContactKind each : kinds) {
            mask |= each.bit();
        }
        return mask;
    }

    /** The kinds of a mask. */
    public static Set<ContactKind> of(int mask) {
        Set<ContactKind> kinds = EnumSet.noneOf(ContactKind.class);
        for (ContactKind each : values()) {
            if (each.in(mask)) {
                kinds.add(each);
            }
        }
        return kinds;
    }

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a key; an unknown one is an {@link org.attune.kernel.InvalidException}. */
    @JsonCreator
    public static ContactKind of(String key) {
        return Keyed.of(ContactKind.class, "forbids", key);
    }
}
