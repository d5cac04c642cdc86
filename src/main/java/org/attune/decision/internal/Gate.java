package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.customer.CustomerContext;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
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
    private final Strategy strategy;
    private final CustomerContext customer;
    final Facts facts;
    private final List<PastOffer> past;
    private final Channel channel;
    private final LocalDate today;

    Gate(
            Strategy strategy,
            CustomerContext customer,
            Facts facts,
            List<PastOffer> past,
            Channel channel,
            LocalDate today) {
        this.strategy = strategy;
        this.customer = customer;
        this.facts = facts;
        this.past = past;
        this.channel = channel;
        this.today = today;
    }

    /** How far an action comes. */
    Stop judge(CompiledAction compiled) {
        Rejection rejection = rejection(compiled);
        return rejection == null ? Stop.RANKED : Stop.of(rejection.stage(), rejection.rule());
    }

    /** Why it comes no further, null when nothing stops it. */
    @Nullable
    Rejection rejection(CompiledAction compiled) {
        Rejection rejection = available(compiled);
        if (rejection == null) {
            rejection = compiled.policy().judge(facts);
        }
        if (rejection == null) {
            rejection = shield(compiled);
        }
        if (rejection == null) {
            rejection = strategy.contactPolicy()
                    .judge(
                            compiled.action().key(),
                            compiled.group().key(),
                            compiled.issue().key(),
                            past,
                            today);
        }
        return rejection;
    }

    /** What the shield says. */
    @Nullable
    Rejection shield(CompiledAction compiled) {
        return Shield.judge(compiled.action(), compiled.issue().key(), customer);
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
