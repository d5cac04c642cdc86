package org.attune.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Nature;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.StateFact;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The protections no configuration can defeat: a matrix of what a customer goes through x kinds of contact. What an action is, is
 * read from what it does - nature, issue, price, members - all at once and each for itself: the strictest reading counts, so a
 * label cannot hide what another one tells. Settings and presets are joined to the matrix, never taken from it. It runs inside the
 * pipeline and again at its end.
 *
 * <p>Per revision: {@link #kinds(Catalog)}, one mask per action. Per decision: {@link #forbidden}, one mask per customer. Judging is
 * one AND of the two.
 */
public final class Shield {
    /** No sale this long after a protecting state has ended, unless the settings say otherwise. */
    public static final Duration COOL_OFF = Duration.ofDays(ShieldSettings.COOL_OFF);

    /** Predicts difficulty: two bills missed in a row or three in six months. */
    static final String AT_RISK = "hardship_likely";

    private static final int DIFFICULTY =
            ContactKind.SALES | ContactKind.COLLECTION.bit() | ContactKind.EXPLORATION.bit();
    private static final int STANDSTILL =
            DIFFICULTY | ContactKind.COLLECTIONS_RELIEF.bit() | ContactKind.REPAYMENT.bit();

    private static final CustomerState[] STATES = CustomerState.values();

    private Shield() {}

    /** What is forbidden in a state by the product itself, as a mask of kinds. */
    public static int matrix(CustomerState state) {
        return switch (state) {
            case HARDSHIP, ARREARS, OVER_INDEBTED, VULNERABILITY, BEREAVEMENT, DISCREET -> DIFFICULTY;
            // Debts are not told apart, so "never on that debt" holds for all of them.
            case MORATORIUM, ARRANGEMENT, COMPLAINT_OPEN, DISPUTE, FRAUD_ALERT -> STANDSTILL;
        };
    }

    /** The same with what the preset and the company add. */
    public static int matrix(CustomerState state, ShieldSettings settings) {
        int mask = matrix(state);
        ShieldPreset preset = ShieldPreset.find(settings.preset());
        if (preset != null) {
            mask |= preset.adds(state);
        }
        for (ShieldSettings.Addition each : settings.additions()) {
            if (each.state() == state) {
                mask |= ContactKind.mask(each.forbids());
            }
        }
        return mask;
    }

    /** What is forbidden for a customer who contacts us. Once per decision. */
    public static Protection forbidden(CustomerContext customer, ShieldSettings settings) {
        return forbidden(customer, settings, false);
    }

    /**
     * What is forbidden for a customer at the instant of the snapshot. Once per decision.
     *
     * @param calling whether we call the customer, see {@link #calling}
     */
    public static Protection forbidden(CustomerContext customer, ShieldSettings settings, boolean calling) {
        int active = 0;
        int ended = 0;
        for (StateFact each : customer.states()) {
            if (each.activeAt(customer.at())) {
                active |= 1 << each.state().ordinal();
            } else if (Protection.coolingOff(each, customer.at(), settings)) {
                ended |= 1 << each.state().ordinal();
            }
        }
        int mask = ended == 0 ? 0 : ContactKind.SALES;
        for (CustomerState state : STATES) {
            if ((active & 1 << state.ordinal()) != 0) {
                mask |= matrix(state, settings);
            }
        }
        int atRisk = Boolean.TRUE.equals(customer.value(AT_RISK)) ? ContactKind.CREDIT.bit() : 0;
        int called = calling ? called(customer, settings) : 0;
        return new Protection(mask | atRisk | called, active, atRisk, called, customer, settings);
    }

    /** Whether somebody is being called by telephone: context {@code direction} is {@code outbound}. */
    public static boolean calling(Channel channel, Map<String, Object> context) {
        return channel == Channel.CALL_CENTER && "outbound".equals(context.get("direction"));
    }

    /** Selling by telephone needs consent given before, but for upgrades of a running contract. */
    private static int called(CustomerContext customer, ShieldSettings settings) {
        ShieldPreset preset = ShieldPreset.find(settings.preset());
        if (preset == null
                || !preset.consentToBeCalled()
                || Boolean.TRUE.equals(customer.consents().get("sales_calls"))) {
            return 0;
        }
        int upsell = customer.holdings().isEmpty() ? ContactKind.UPSELL.bit() : 0;
        return ContactKind.SALE.bit() | ContactKind.CREDIT.bit() | upsell;
    }

    /** What an action is by itself, without its members, as a mask of kinds. */
    public static int kinds(Action action, String issue) {
        Nature nature = action.nature();
        if (nature == null) {
            return ContactKind.ALL;
        }
        int kinds = switch (nature) {
            case SALE -> ContactKind.SALE.bit();
            case UPSELL -> ContactKind.UPSELL.bit();
            case CREDIT -> ContactKind.CREDIT.bit();
            case COLLECTION -> ContactKind.COLLECTION.bit() | ContactKind.REPAYMENT.bit();
            case REPAYMENT -> ContactKind.REPAYMENT.bit();
            case FORBEARANCE, HELP, CARE, INFORMATION -> 0;
        };
        boolean paysMore = action.priceDelta().signum() > 0 || issue.equals("sales");
        if (paysMore && (kinds & ContactKind.SALES) == 0) {
            kinds |= ContactKind.SALE.bit();
        }
        if (issue.equals("collections")) {
            boolean relief = nature == Nature.FORBEARANCE || nature == Nature.REPAYMENT;
            kinds |= ContactKind.REPAYMENT.bit();
            kinds |= relief ? ContactKind.COLLECTIONS_RELIEF.bit() : ContactKind.COLLECTION.bit();
        }
        return kinds & ~ContactKind.EXPLORATION.bit();
    }

    /**
     * What every action of a catalog is, in its order. A bundle is everything that it and its members are, however deep; a member
     * that does not exist could be anything, so the bundle counts as everything.
     */
    public static int[] kinds(Catalog catalog) {
        Map<String, String> issues = new HashMap<>();
        for (Group group : catalog.groups()) {
            issues.put(group.key(), group.issue());
        }
        Map<String, Action> actions = catalog.byKey();
        List<Action> all = catalog.actions();
        int[] kinds = new int[all.size()];
        for (int i = 0; i < kinds.length; i++) {
            Action action = all.get(i);
            kinds[i] = action.members().isEmpty()
                    ? kinds(action, issues.getOrDefault(action.group(), ""))
                    : bundle(action, actions, issues, new HashSet<>());
        }
        return kinds;
    }

    private static int bundle(
            @Nullable Action action, Map<String, Action> actions, Map<String, String> issues, Set<String> seen) {
        if (action == null) {
            return ContactKind.ALL & ~ContactKind.EXPLORATION.bit();
        }
        if (!seen.add(action.key())) {
            return 0;
        }
        int kinds = kinds(action, issues.getOrDefault(action.group(), ""));
        for (String member : action.members()) {
            kinds |= bundle(actions.get(member), actions, issues, seen);
        }
        return kinds;
    }

    /** Whether an action sells: by its nature, by its issue, or because it makes the customer pay more. */
    public static boolean sells(Action action, String issue) {
        return (kinds(action, issue) & ContactKind.SALES) != 0;
    }

    /** Whether the customer is protected now: every state protects. */
    public static boolean guards(CustomerContext customer) {
        for (StateFact each : customer.states()) {
            if (each.activeAt(customer.at())) {
                return true;
            }
        }
        return false;
    }

    /** Why the product's own matrix stops an action for a customer; null when it lets it through. Members are not looked at. */
    public static @Nullable Rejection judge(Action action, String issue, CustomerContext customer) {
        return forbidden(customer, ShieldSettings.DEFAULT).judge(kinds(action, issue));
    }
}
