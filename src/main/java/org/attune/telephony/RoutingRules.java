package org.attune.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.SignalFact;
import org.attune.kernel.LocalText;
import org.attune.policy.JourneyStages.Place;
import org.jspecify.annotations.Nullable;

/**
 * The rules of routing, in one readable place. Each that fits adds points to {@value #ORDINARY}, up to {@value #MOST}; none takes any
 * away, so whoever is in difficulty never waits longer for it, and being valuable never outweighs being in need. A pure function.
 *
 * <table>
 *   <caption>Points</caption>
 *   <tr><td>40</td><td>fraud alert; an unusual payment or a card refused abroad in the last two days</td><td>risk</td></tr>
 *   <tr><td>25</td><td>bereavement, vulnerability, discreet contact</td><td>care</td></tr>
 *   <tr><td>20</td><td>any other payment difficulty that protects</td><td>care</td></tr>
 *   <tr><td>15</td><td>otherwise, struggling on the journey resilience</td><td>care</td></tr>
 *   <tr><td>20, 10</td><td>dissatisfaction high, raised</td><td>complaints</td></tr>
 *   <tr><td>15</td><td>complaint open, debt disputed</td><td>complaints</td></tr>
 *   <tr><td>20, 15</td><td>leaving, considering on the journey retention</td><td>retention</td></tr>
 *   <tr><td>10</td><td>an outage in the last two days, waiting too long on the journey service</td><td>technical</td></tr>
 *   <tr><td>10, 5</td><td>segment gold, silver</td><td></td></tr>
 * </table>
 */
public final class RoutingRules {
    /** Priority of a call about which nothing is known. */
    public static final int ORDINARY = 50;

    /** Nothing is more urgent. */
    public static final int MOST = 100;

    private static final Duration JUST_NOW = Duration.ofDays(2);
    private static final Set<CustomerState> GENTLE =
            Set.of(CustomerState.BEREAVEMENT, CustomerState.VULNERABILITY, CustomerState.DISCREET);
    private static final Set<CustomerState> PAYMENT = Set.of(
            CustomerState.HARDSHIP,
            CustomerState.ARREARS,
            CustomerState.MORATORIUM,
            CustomerState.ARRANGEMENT,
            CustomerState.OVER_INDEBTED);

    private static final LocalText MONEY_AT_RISK = new LocalText(
            "Money may be at risk: answer at once", "De l’argent est peut-être en jeu : répondre tout de suite");
    private static final LocalText TRAINED =
            new LocalText("A colleague trained in care should answer", "Un collègue formé à l’écoute devrait répondre");
    private static final LocalText DISSATISFIED =
            new LocalText("Dissatisfied: listen first", "Mécontentement : écouter d’abord");
    private static final LocalText MAY_LEAVE = new LocalText("May be about to leave", "Pourrait nous quitter");
    private static final LocalText WAITING =
            new LocalText("Something does not work and waits to be solved", "Un problème attend d’être réglé");
    private static final LocalText VALUED = new LocalText("Valued customer", "Client privilégié");
    private static final LocalText UNKNOWN =
            new LocalText("The number is not known: ask who is calling", "Numéro inconnu : demander qui appelle");
    private static final LocalText SEVERAL = new LocalText(
            "Several customers share this number: ask who is calling",
            "Plusieurs clients partagent ce numéro : demander qui appelle");

    private final CustomerContext customer;
    private final Map<String, Place> places;
    private final Set<String> skills = new LinkedHashSet<>();
    private final Set<LocalText> reasons = new LinkedHashSet<>();
    private int points;

    private RoutingRules(CustomerContext customer, Map<String, Place> places) {
        this.customer = customer;
        this.places = places;
    }

    /** Advice for a known caller who stands at these places of their journeys. */
    public static RoutingAdvice of(CustomerContext customer, Map<String, Place> places) {
        return new RoutingRules(customer, places).advice();
    }

    /** Advice for a caller nobody knows. */
    public static RoutingAdvice unknown() {
        return new RoutingAdvice(null, ORDINARY, List.of(), List.of(UNKNOWN));
    }

    /** Advice when any of several may be calling: as urgent as the most urgent; what is known of them stays unsaid. */
    public static RoutingAdvice several(Collection<RoutingAdvice> each) {
        Set<String> skills = new LinkedHashSet<>();
        each.stream()
                .sorted(Comparator.comparingInt(RoutingAdvice::priority).reversed())
                .forEach(advice -> skills.addAll(advice.skills()));
        if (skills.stream().filter(skill -> skill.startsWith("language-")).count() > 1) {
            skills.removeIf(skill -> skill.startsWith("language-"));
        }
        int priority = each.stream().mapToInt(RoutingAdvice::priority).max().orElse(ORDINARY);
        return new RoutingAdvice(null, priority, new ArrayList<>(skills), List.of(SEVERAL));
    }

    private RoutingAdvice advice() {
        Set<CustomerState> states = customer.activeStates();
        boolean risk = states.contains(CustomerState.FRAUD_ALERT)
                || justNow("unusual-payment")
                || justNow("card-declined-abroad");
        need(risk, 40, "risk", MONEY_AT_RISK);
        need(states.stream().anyMatch(GENTLE::contains), 25, "care", TRAINED);
        boolean payment = states.stream().anyMatch(PAYMENT::contains);
        need(payment, 20, "care", TRAINED);
        need(!payment && at("resilience", "struggling"), 15, "care", TRAINED);
        Object dissatisfaction = customer.value("dissatisfaction");
        need("high".equals(dissatisfaction), 20, "complaints", DISSATISFIED);
        need("raised".equals(dissatisfaction), 10, "complaints", DISSATISFIED);
        boolean complains = states.contains(CustomerState.COMPLAINT_OPEN) || states.contains(CustomerState.DISPUTE);
        need(complains, 15, "complaints", DISSATISFIED);
        need(at("retention", "leaving"), 20, "retention", MAY_LEAVE);
        need(at("retention", "considering"), 15, "retention", MAY_LEAVE);
        need(justNow("outage") || at("service", "waiting"), 10, "technical", WAITING);
        Object segment = customer.value("segment");
        need("gold".equals(segment), 10, null, VALUED);
        need("silver".equals(segment), 5, null, VALUED);
        skills.add("language-" + customer.language().key());
        return new RoutingAdvice(
                customer.ref(), Math.min(MOST, ORDINARY + points), new ArrayList<>(skills), new ArrayList<>(reasons));
    }

    private void need(boolean fits, int more, @Nullable String skill, LocalText reason) {
        if (fits) {
            points += more;
            reasons.add(reason);
            if (skill != null) {
                skills.add(skill);
            }
        }
    }

    private boolean at(String journey, String stage) {
        Place place = places.get(journey);
        return place != null && place.stage().equals(stage);
    }

    private boolean justNow(String signal) {
        for (SignalFact each : customer.signals()) {
            if (each.type().equals(signal)
                    && !each.at().isAfter(customer.at())
                    && each.at().isAfter(customer.at().minus(JUST_NOW))) {
                return true;
            }
        }
        return false;
    }
}
