package org.attune.policy;

import java.time.LocalDate;
import java.util.Locale;
import org.attune.customer.CustomerState;
import org.attune.kernel.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a country adds to the product's own matrix, as its public texts were read on a day. No legal advice. A preset
 * takes nothing away: it is joined to the matrix bit by bit.
 */
public enum ShieldPreset implements Keyed {
    /** FCA handbook CONC 7.10 (customers who may lack mental capacity), Debt Respite Scheme Regulations 2020. */
    UK(LocalDate.of(2026, 11, 22), false) {
        @Override
        int adds(CustomerState state) {
            return state == CustomerState.VULNERABILITY ? ContactKind.COLLECTIONS_RELIEF.bit() : 0;
        }
    },
    /** ACMA industry standards: Financial Hardship 2024; Domestic, Family and Sexual Violence Consumer Protections 2025. */
    AU(LocalDate.of(2026, 11, 22), false) {
        @Override
        int adds(CustomerState state) {
            return state == CustomerState.DISCREET
                    ? ContactKind.COLLECTIONS_RELIEF.bit() | ContactKind.REPAYMENT.bit()
                    : 0;
        }
    },
    /** Code de la consommation L. 722-2 and L. 722-5 (over-indebtedness), L. 223-1 as of 2026-08-11 (telephone selling). */
    FR(LocalDate.of(2026, 11, 22), true) {
        @Override
        int adds(CustomerState state) {
            return state == CustomerState.OVER_INDEBTED
                    ? ContactKind.COLLECTIONS_RELIEF.bit() | ContactKind.REPAYMENT.bit()
                    : 0;
        }
    };

    private final LocalDate checkedOn;
    private final boolean consentToBeCalled;

    ShieldPreset(LocalDate checkedOn, boolean consentToBeCalled) {
        this.checkedOn = checkedOn;
        this.consentToBeCalled = consentToBeCalled;
    }

    /** The kinds it adds to those that are forbidden in a state anyway. */
    abstract int adds(CustomerState state);

    /** When the public texts were last read. */
    public LocalDate checkedOn() {
        return checkedOn;
    }

    /** Whether calling a customer to sell needs consent given before, but for what belongs to a running contract. */
    public boolean consentToBeCalled() {
        return consentToBeCalled;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset of a key, null when there is none. */
    public static @Nullable ShieldPreset find(String key) {
        for (ShieldPreset each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }
}
