package org.attune.decision.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Nature;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.kernel.Channel;
import org.attune.policy.ContactKind;
import org.attune.policy.ShieldSettings;
import org.jspecify.annotations.Nullable;

/**
 * The care rules as a table in a book: written out here once more, word for word and without the shield, to judge what comes out of
 * the pipeline.
 */
final class CareTable {
    /** The ways in which a customer can be harmed. */
    static final List<String> WAYS = List.of(
            "sells in difficulty",
            "sells soon after",
            "collects without forbearance",
            "collects while debt stands still",
            "asks for repayment while debt stands still",
            "lends at signs of difficulty",
            "calls to sell without consent",
            "breaks the preset",
            "breaks an addition",
            "holds something unknown",
            "explores");

    private static final Set<CustomerState> ONLY_FORBEARANCE = EnumSet.of(
            CustomerState.HARDSHIP,
            CustomerState.ARREARS,
            CustomerState.VULNERABILITY,
            CustomerState.BEREAVEMENT,
            CustomerState.OVER_INDEBTED,
            CustomerState.DISCREET);
    private static final Set<CustomerState> STANDSTILL = EnumSet.of(
            CustomerState.MORATORIUM,
            CustomerState.ARRANGEMENT,
            CustomerState.COMPLAINT_OPEN,
            CustomerState.DISPUTE,
            CustomerState.FRAUD_ALERT);

    private final Catalog catalog;
    private final CustomerContext customer;
    private final ShieldSettings settings;
    private final boolean weCall;
    private final Set<CustomerState> states;

    CareTable(Moment moment) {
        catalog = moment.strategy().document().catalog();
        customer = moment.customer();
        settings = moment.strategy().document().shield();
        weCall = moment.request().channel() == Channel.CALL_CENTER
                && "outbound".equals(moment.request().context().get("direction"));
        states = customer.activeStates();
    }

    static boolean sells(Action action, String issue) {
        return Set.of(Nature.SALE, Nature.UPSELL, Nature.CREDIT).contains(action.nature())
                || issue.equals("sales")
                || action.priceDelta().doubleValue() > 0;
    }

    /** Every harm that proposing the action would do: by itself, or by anything in it. */
    List<String> harms(Action action) {
        List<String> harms = new ArrayList<>();
        harms(action, new HashSet<>(), harms);
        return harms;
    }

    private void harms(@Nullable Action action, Set<String> seen, List<String> harms) {
        if (action == null) {
            if (!states.isEmpty()) {
                harms.add("holds something unknown");
            }
            return;
        }
        if (seen.add(action.key())) {
            judge(action, catalog.issueOf(action).key(), harms);
            action.members().forEach(each -> harms(catalog.action(each), seen, harms));
        }
    }

    private void judge(Action action, String issue, List<String> harms) {
        boolean sells = sells(action, issue);
        boolean eases = action.nature() == Nature.FORBEARANCE || action.nature() == Nature.REPAYMENT;
        boolean collects = action.nature() == Nature.COLLECTION || issue.equals("collections");
        boolean asks = collects || action.nature() == Nature.REPAYMENT;
        add(harms, sells && !states.isEmpty(), "sells in difficulty");
        add(harms, sells && soonAfter(), "sells soon after");
        add(harms, collects && !eases && any(ONLY_FORBEARANCE), "collects without forbearance");
        add(harms, collects && any(STANDSTILL), "collects while debt stands still");
        add(harms, asks && any(STANDSTILL), "asks for repayment while debt stands still");
        boolean signs = Boolean.TRUE.equals(customer.value("hardship_likely"));
        add(harms, signs && action.nature() == Nature.CREDIT, "lends at signs of difficulty");
        preset(action, sells, collects, asks, harms);
        for (ShieldSettings.Addition each : settings.additions()) {
            if (states.contains(each.state())) {
                boolean broken = each.forbids().contains(ContactKind.REPAYMENT) && asks
                        || each.forbids().contains(ContactKind.COLLECTIONS_RELIEF)
                                && issue.equals("collections")
                                && eases;
                add(harms, broken, "breaks an addition");
            }
        }
    }

    private void preset(Action action, boolean sells, boolean collects, boolean asks, List<String> harms) {
        switch (settings.preset()) {
            case "uk" -> add(harms, collects && states.contains(CustomerState.VULNERABILITY), "breaks the preset");
            case "au" -> add(harms, asks && states.contains(CustomerState.DISCREET), "breaks the preset");
            case "fr" -> {
                add(harms, asks && states.contains(CustomerState.OVER_INDEBTED), "breaks the preset");
                boolean consent = Boolean.TRUE.equals(customer.consents().get("sales_calls"));
                boolean running =
                        action.nature() == Nature.UPSELL && !customer.holdings().isEmpty();
                add(harms, weCall && sells && !consent && !running, "calls to sell without consent");
            }
            default -> {}
        }
    }

    private boolean any(Set<CustomerState> of) {
        return states.stream().anyMatch(of::contains);
    }

    private boolean soonAfter() {
        Duration quiet = Duration.ofDays(Math.max(30, settings.coolOffDays()));
        for (Instant end : customer.endedStates().values()) {
            if (end.plus(quiet).isAfter(customer.at())) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<String> harms, boolean harmed, String way) {
        if (harmed) {
            harms.add(way);
        }
    }
}
