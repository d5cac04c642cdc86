package org.attune.decision.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.ActionClass;
import org.attune.customer.CustomerContext;
import org.attune.customer.Wishes;
import org.attune.decision.DecisionRequest;
import org.attune.kernel.Channel;
import org.attune.kernel.LocalText;
import org.attune.policy.ContactPolicy;
import org.attune.policy.EngagementPolicy;
import org.attune.policy.Facts;
import org.attune.policy.Protection;
import org.attune.policy.Rejection;
import org.attune.policy.RuleBook;
import org.attune.policy.Shield;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can stop an action before it is ranked, in order: availability, eligibility, applicability, suitability, shield,
 * contact policy. Each is a pure function of what is passed in. Judging says how far an action comes; why is worked out only when
 * somebody asks.
 */
final class Gate {
    final Facts facts;
    private final Strategy strategy;
    private final Protection protection;
    private final RuleBook.Evaluation rules;
    private final ContactPolicy.Ledger contacts;
    private final Channel channel;
    private final LocalDate today;
    private final Set<String> tried;
    private final boolean unwelcome;

    /** The gate of a moment. */
    Gate(Moment moment) {
        this(
                moment,
                Shield.forbidden(
                        moment.customer(),
                        moment.strategy().document().shield(),
                        Shield.calling(
                                moment.request().channel(), moment.request().context())));
    }

    /** With the protection of somebody else: for the proof of the shield only. */
    Gate(Moment moment, Protection protection) {
        CustomerContext customer = moment.customer();
        strategy = moment.strategy();
        channel = moment.request().channel();
        today = moment.today();
        tried = tried(moment.request().context());
        unwelcome = Wishes.of(customer)
                .unwelcome(channel, Shield.calling(channel, moment.request().context()));
        facts = Facts.of(
                customer,
                moment.past(),
                moment.request().reason(),
                channel.key(),
                moment.request().context(),
                moment.strategy().journeys());
        rules = moment.strategy().rules().evaluation(facts);
        this.protection = protection;
        contacts = moment.strategy()
                .contactPolicy()
                .open(moment.past(), today, moment.request().interaction());
    }

    /** How far an action comes. */
    Stop judge(CompiledAction compiled) {
        Stop available = available(compiled);
        if (available != Stop.RANKED) {
            return available;
        }
        if (!compiled.action().members().isEmpty() && missing(compiled) != null) {
            return Stop.BUNDLE;
        }
        EngagementPolicy policy = compiled.policy();
        int failed = policy.firstFailed(rules);
        if (failed >= 0) {
            return Stop.of(policy.stage(failed), "");
        }
        if (shielded(compiled)) {
            return Stop.SHIELD;
        }
        return contact(compiled) == ContactPolicy.Ledger.PASSES ? Stop.RANKED : Stop.CONTACT;
    }

    /** Why an action comes no further, null when nothing stops it. */
    @Nullable
    Rejection rejection(CompiledAction compiled) {
        return switch (judge(compiled)) {
            case PAUSED -> availability("paused", Map.of(), new LocalText("Paused", "En pause"));
            case DATES ->
                availability(
                        "dates",
                        Map.of("today", today.toString()),
                        new LocalText("Outside its dates", "En dehors de ses dates"));
            case CHANNEL ->
                availability(
                        "channel",
                        Map.of("channel", channel.key()),
                        new LocalText("Not for this channel", "Pas pour ce canal"));
            case WISH ->
                availability(
                        "wish",
                        Map.of("channel", channel.key()),
                        new LocalText(
                                "The customer does not want to be contacted this way",
                                "Le client ne souhaite pas être contacté ainsi"));
            case TRIED ->
                availability(
                        "tried",
                        Map.of("action", compiled.action().key()),
                        new LocalText("Tried already before this conversation", "Déjà tenté avant cette conversation"));
            case BUNDLE -> Bundles.judge(strategy.members(compiled), this::memberRejection);
            case ELIGIBILITY, APPLICABILITY, SUITABILITY ->
                compiled.policy().rejection(compiled.policy().firstFailed(rules), facts);
            case SHIELD -> protection.judge(compiled.kinds());
            case CONTACT -> contacts.rejection(contact(compiled));
            default -> null;
        };
    }

    /** Whether the shield stops an action. */
    boolean shielded(CompiledAction compiled) {
        return protection.stops(compiled.kinds());
    }

    /** What the shield says about the customer. */
    Protection protection() {
        return protection;
    }

    /** The stage the customer is in, by journey. */
    @SuppressWarnings("unchecked")
    Map<String, String> journeys() {
        return (Map<String, String>) facts.values().getOrDefault("journeys", Map.of());
    }

    private int contact(CompiledAction compiled) {
        return contacts.judge(compiled.action(), compiled.issue().key());
    }

    private @Nullable Rejection memberRejection(CompiledAction member) {
        return member.action().members().isEmpty()
                ? rejection(member)
                : availability("bundle", Map.of(), new LocalText("Holds others itself", "En contient d’autres"));
    }

    private @Nullable CompiledAction missing(CompiledAction bundle) {
        for (CompiledAction member : strategy.members(bundle)) {
            // No valid document has a bundle within a bundle; should one come here, it is not possible.
            if (!member.action().members().isEmpty() || judge(member) != Stop.RANKED) {
                return member;
            }
        }
        return null;
    }

    private Stop available(CompiledAction compiled) {
        Action action = compiled.action();
        if (compiled.issue().paused() || action.paused()) {
            return Stop.PAUSED;
        }
        if (!action.validOn(today)) {
            return Stop.DATES;
        }
        if (!action.channels().contains(channel)) {
            return Stop.CHANNEL;
        }
        if (unwelcome && action.actionClass() == ActionClass.DEFAULT) {
            return Stop.WISH;
        }
        boolean again = tried.contains(action.key()) && action.actionClass() != ActionClass.MANDATORY;
        return again ? Stop.TRIED : Stop.RANKED;
    }

    private static Set<String> tried(Map<String, Object> context) {
        if (!(context.get(DecisionRequest.TRIED) instanceof Collection<?> list)) {
            return Set.of();
        }
        Set<String> keys = new HashSet<>();
        list.forEach(each -> keys.add(String.valueOf(each)));
        return keys;
    }

    private static Rejection availability(String rule, Map<String, Object> values, LocalText words) {
        return new Rejection("availability", rule, values, words);
    }
}
