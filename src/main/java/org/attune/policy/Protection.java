package org.attune.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.StateFact;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/** What the shield forbids for one customer at one moment. Judging costs one AND; why is put into words only when asked. */
public final class Protection {
    /** Rules as they stand in traces and figures. */
    public static final String NO_SALES = "no-sales-in-difficulty";

    public static final String COOL_OFF = "cool-off-after-difficulty";
    public static final String NO_COLLECTIONS = "no-collections-in-difficulty";
    public static final String NO_REPAYMENT = "nothing-to-repay-now";
    public static final String NO_CREDIT_AT_RISK = "no-credit-at-risk";
    public static final String NO_CALL_WITHOUT_CONSENT = "no-sales-call-without-consent";

    private final int mask;
    private final int active;
    private final int atRisk;
    private final int called;
    private final CustomerContext customer;
    private final ShieldSettings settings;

    Protection(int mask, int active, int atRisk, int called, CustomerContext customer, ShieldSettings settings) {
        this.mask = mask;
        this.active = active;
        this.atRisk = atRisk;
        this.called = called;
        this.customer = customer;
        this.settings = settings;
    }

    /** The forbidden kinds as a mask. */
    public int mask() {
        return mask;
    }

    /** Whether something of these kinds is forbidden. */
    public boolean stops(int kinds) {
        return (mask & kinds) != 0;
    }

    /** Whether the customer is in a protecting state now. */
    public boolean guarded() {
        return active != 0;
    }

    /** Whether propensities may be drawn; otherwise the posterior mean counts. */
    public boolean explores() {
        return !ContactKind.EXPLORATION.in(mask);
    }

    /** Why something of these kinds is stopped; null when nothing is. */
    public @Nullable Rejection judge(int kinds) {
        return stops(kinds) ? rejection(kinds & mask) : null;
    }

    /** Days without sales after a difficulty has ended. */
    public int coolOffDays() {
        return settings.holdingCoolOff();
    }

    /** Whether sales wait because a difficulty has ended not long ago. */
    public boolean coolingOff() {
        return ended() != null;
    }

    static boolean coolingOff(StateFact fact, Instant at, ShieldSettings settings) {
        Instant until = fact.until();
        return until != null
                && !until.isAfter(at)
                && until.plus(Duration.ofDays(settings.holdingCoolOff())).isAfter(at);
    }

    private Rejection rejection(int stopped) {
        int sales = stopped & ContactKind.SALES;
        if (sales != 0) {
            List<String> states = states(sales);
            if (!states.isEmpty()) {
                return new Rejection("shield", NO_SALES, Map.of("states", states), Words.NO_SALES);
            }
            StateFact ended = ended();
            if (ended != null) {
                Map<String, Object> values = new TreeMap<>();
                values.put("state", ended.state().key());
                values.put("ended", String.valueOf(ended.until()));
                values.put("days", coolOffDays());
                return new Rejection("shield", COOL_OFF, values, Words.cooling(coolOffDays()));
            }
            if ((sales & called) != 0) {
                return new Rejection(
                        "shield",
                        NO_CALL_WITHOUT_CONSENT,
                        Map.of("consent", "sales_calls", "preset", settings.preset()),
                        Words.NO_CALL);
            }
            if ((sales & atRisk) != 0) {
                return new Rejection(
                        "shield", NO_CREDIT_AT_RISK, Map.of(Shield.AT_RISK, true), Words.NO_CREDIT_AT_RISK);
            }
        }
        int collections = stopped & (ContactKind.COLLECTION.bit() | ContactKind.COLLECTIONS_RELIEF.bit());
        return collections != 0
                ? new Rejection("shield", NO_COLLECTIONS, Map.of("states", states(collections)), Words.NO_COLLECTIONS)
                : new Rejection("shield", NO_REPAYMENT, Map.of("states", states(stopped)), Words.NO_REPAYMENT);
    }

    /** Keys of the states that forbid any of the kinds. */
    private List<String> states(int kinds) {
        List<String> states = new ArrayList<>();
        for (CustomerState state : CustomerState.values()) {
            if ((active & 1 << state.ordinal()) != 0 && (Shield.matrix(state, settings) & kinds) != 0) {
                states.add(state.key());
            }
        }
        return states;
    }

    /** The difficulty that ended last, as far as its cool-off lasts. */
    private @Nullable StateFact ended() {
        StateFact latest = null;
        for (StateFact each : customer.states()) {
            boolean later =
                    latest == null || each.until() != null && each.until().isAfter(latest.until());
            if (coolingOff(each, customer.at(), settings) && later) {
                latest = each;
            }
        }
        return latest;
    }

    /** The shield's sentences. */
    private static final class Words {
        static final LocalText NO_SALES = new LocalText(
                "No sales while this customer is in difficulty. Cannot be overridden.",
                "Pas de vente tant que ce client est en difficulté. Sans exception.");
        static final LocalText NO_COLLECTIONS =
                new LocalText("No collections contact in this situation.", "Pas de recouvrement dans cette situation.");
        static final LocalText NO_REPAYMENT = new LocalText(
                "Nothing that asks for repayment in this situation.",
                "Rien qui demande un remboursement dans cette situation.");
        static final LocalText NO_CREDIT_AT_RISK = new LocalText(
                "No credit while there are signs of difficulty.",
                "Pas de crédit tant qu’il y a des signes de difficulté.");
        static final LocalText NO_CALL = new LocalText(
                "No sales call without consent given before.", "Pas d’appel commercial sans consentement préalable.");

        static LocalText cooling(int days) {
            return new LocalText(
                    "No sales for " + days + " days after a difficulty has ended.",
                    "Pas de vente pendant " + days + " jours après la fin d’une difficulté.");
        }
    }
}
