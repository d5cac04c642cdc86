package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.customer.CustomerContext;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.policy.ContactPolicy;
import org.attune.policy.Facts;
import org.attune.policy.Rejection;
import org.attune.policy.Shield;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can stop an action before it is ranked, in order: availability, eligibility, applicability, suitability, shield,
 * contact policy. Each is a pure function of what is passed in.
 */
final class Gate {
    private final CustomerContext customer;
    private final Facts facts;
    private final ContactPolicy.Ledger contacts;
    private final Strategy strategy;
    private final Channel channel;
    private final LocalDate today;

    Gate(
            CustomerContext customer,
            Facts facts,
            ContactPolicy.Ledger contacts,
            Channel channel,
            LocalDate today,
            Strategy strategy) {
        this.strategy = strategy;
        this.customer = customer;
        this.facts = facts;
        this.contacts = contacts;
        this.channel = channel;
        this.today = today;
    }

    /** The gate of a moment. */
    static Gate of(Moment moment) {
        Facts facts = Facts.of(
                moment.customer(),
                moment.past(),
                moment.request().reason(),
                moment.request().channel().key(),
                moment.request().context(),
                moment.strategy().journeys());
        return of(moment, facts);
    }

    /** The gate of a moment whose facts are at hand. */
    static Gate of(Moment moment, Facts facts) {
        return new Gate(
                moment.customer(),
                facts,
                moment.strategy()
                        .contactPolicy()
                        .open(moment.past(), moment.today(), moment.request().interaction()),
                moment.request().channel(),
                moment.today(),
                moment.strategy());
    }

    @Nullable
    Rejection judge(CompiledAction compiled) {
        Rejection rejection = available(compiled);
        if (rejection == null && !compiled.action().members().isEmpty()) {
            rejection = Bundles.judge(strategy.members(compiled), this::judge);
        }
        if (rejection == null) {
            rejection = compiled.policy().judge(facts);
        }
        if (rejection == null) {
            rejection = Shield.judge(compiled.action(), compiled.issue().key(), customer);
        }
        if (rejection == null) {
            int code = contacts.judge(compiled.action(), compiled.issue().key());
            rejection = code == ContactPolicy.Ledger.PASSES ? null : contacts.rejection(code);
        }
        return rejection;
    }

    private @Nullable Rejection available(CompiledAction compiled) {
        Action action = compiled.action();
        if (compiled.issue().paused() || action.paused()) {
            return availability("paused", Map.of(), new LocalText("Paused", "En pause"));
        }
        if (!action.validOn(today)) {
            return availability(
                    "dates",
                    Map.of("today", today.toString()),
                    new LocalText("Outside its dates", "En dehors de ses dates"));
        }
        if (!action.channels().contains(channel)) {
            return availability(
                    "channel",
                    Map.of("channel", channel.key()),
                    new LocalText("Not for this channel", "Pas pour ce canal"));
        }
        return null;
    }

    private static Rejection availability(String rule, Map<String, Object> values, LocalText words) {
        return new Rejection("availability", rule, values, words);
    }
}
