package org.attune.demo.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.LegalSentence;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.demo.SimulatedAnswer;
import org.attune.demo.internal.DemoPerson.Past;
import org.attune.history.Answer.ReadOut;
import org.attune.history.DecisionRecord;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.policy.Facts;
import org.attune.policy.Shield;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what invented customers answered in the last ninety days, by their hidden preferences: enough to have something to
 * look at, and for every second action so little that there is much left to learn. Nothing in it was ruled out by a policy
 * or the shield.
 */
final class PastMaker {
    private static final int DAYS = 90;
    /** So many answers are known of an action about which much is left to learn. */
    private static final int FEW = 8;
    /** At most so many are known of any other. */
    private static final int MANY = 100;

    /** Of contacts of so many days the conversation is kept, too. */
    private static final int TALK_DAYS = 5;

    private static final Map<Channel, Double> CHANNELS = new LinkedHashMap<>();

    static {
        CHANNELS.put(Channel.CALL_CENTER, 78.0);
        CHANNELS.put(Channel.BRANCH, 14.0);
        CHANNELS.put(Channel.MOBILE, 8.0);
    }

    private final Strategy strategy;
    private final AttributeDictionary dictionary;
    private final HiddenPreferences preferences;
    private final Vocabulary words;
    private final Chance chance;
    private final ZoneId zone;
    private final Map<String, CompiledAction> byKey = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final List<ImportedAnswer> answers = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    PastMaker(
            Strategy strategy,
            AttributeDictionary dictionary,
            HiddenPreferences preferences,
            Vocabulary words,
            long seed,
            ZoneId zone) {
        this.strategy = strategy;
        this.dictionary = dictionary;
        this.preferences = preferences;
        this.words = words;
        this.chance = new Chance(new Random(seed));
        this.zone = zone;
        int number = 0;
        for (CompiledAction each : strategy.actions()) {
            byKey.put(each.action().key(), each);
            left.put(each.action().key(), number++ % 2 == 0 ? MANY : FEW);
        }
    }

    /**
     * A conversation in which an answer was given.
     *
     * @param at when it was
     * @param title of the action
     * @param why reason of the answer, null when none was given
     */
    record Contact(
            InteractionId conversation,
            CustomerId customer,
            Instant at,
            Channel channel,
            String reason,
            LocalText title,
            Outcome outcome,
            @Nullable LocalText why) {}

    /** The conversations of the last days, in no order. */
    List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    /** What the files say about somebody's past. */
    void told(CustomerContext customer, List<Past> past) {
        for (Past each : past) {
            CompiledAction action = byKey.get(each.action());
            if (action != null) {
                add(
                        customer,
                        each.at(),
                        each.channel(),
                        "",
                        action,
                        new SimulatedAnswer(each.outcome(), each.reason()));
            }
        }
    }

    /** A few contacts of everybody; those in difficulty were left in peace more than others. */
    void invent(Collection<CustomerContext> customers) {
        for (CustomerContext each : customers) {
            int contacts = Shield.guards(each) ? chance.between(1, 3) : chance.between(6, 10);
            Set<String> said = new HashSet<>();
            for (int i = 0; i < contacts; i++) {
                contact(each, said);
            }
        }
    }

    /** Everything so far, in the order in which it happened. */
    List<ImportedAnswer> inOrder() {
        answers.sort(Comparator.comparing(ImportedAnswer::occurredAt).thenComparing(ImportedAnswer::externalKey));
        return answers;
    }

    private void contact(CustomerContext customer, Set<String> said) {
        String reason = preferences.reasonOfCall(customer, chance);
        Channel channel = chance.weighted(CHANNELS);
        Facts facts = Facts.of(customer, List.of(), reason, channel.key(), Map.of());
        Map<CompiledAction, Double> possible = new LinkedHashMap<>();
        for (CompiledAction each : strategy.actions()) {
            String key = each.action().key();
            if (!said.contains(key)
                    && left.getOrDefault(key, 0) > 0
                    && preferences.knows(key)
                    && each.action().channels().contains(channel)
                    && each.policy().judge(facts) == null
                    && Shield.judge(each.action(), each.issue().key(), customer) == null) {
                possible.put(each, 0.1 + each.action().startingPropensity());
            }
        }
        if (possible.isEmpty()) {
            return;
        }
        CompiledAction chosen = chance.weighted(possible);
        said.add(chosen.action().key());
        left.merge(chosen.action().key(), -1, Integer::sum);
        SimulatedAnswer answer = preferences.answer(
                customer, reason, chosen.action().key(), chosen.issue().key(), Tone.NEUTRAL, chance);
        add(customer, workingHour(customer.at()), channel, reason, chosen, answer);
    }

    /** Some time between nine and seven on a day of the last ninety that is no Sunday. */
    private Instant workingHour(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone).minusDays(chance.between(1, DAYS));
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day.atTime(9, 0)
                .plusSeconds(chance.between(0, 10 * 3_600 - 1))
                .atZone(zone)
                .toInstant();
    }

    private void add(
            CustomerContext customer,
            Instant at,
            Channel channel,
            String reason,
            CompiledAction chosen,
            SimulatedAnswer answer) {
        double starting = chosen.action().startingPropensity();
        Offer offer = new Offer(
                chosen.action().key(),
                chosen.issue().key(),
                chosen.group().key(),
                1,
                null,
                starting,
                starting,
                starting,
                1,
                starting);
        @Nullable InteractionId conversation = null;
        if (channel != Channel.MOBILE && at.isAfter(customer.at().minus(Duration.ofDays(TALK_DAYS)))) {
            conversation = InteractionId.next();
            contacts.add(new Contact(
                    conversation,
                    customer.id(),
                    at,
                    channel,
                    reason,
                    chosen.action().title(),
                    answer.outcome(),
                    why(answer)));
        }
        DecisionRecord decision = new DecisionRecord(
                DecisionId.next(),
                customer.id(),
                at,
                channel,
                reason,
                conversation,
                strategy.revision(),
                0,
                "import",
                0,
                0,
                Shield.guards(customer),
                Situation.of(customer, dictionary, reason, channel),
                List.of(offer));
        answers.add(new ImportedAnswer(
                "demo-" + customer.ref() + "-" + at.getEpochSecond() + "-" + offer.action(),
                decision,
                answer.outcome(),
                answer.reason(),
                at,
                answer.outcome() == Outcome.ACCEPTED && channel != Channel.MOBILE
                        ? readOut(chosen.action(), customer, at)
                        : List.of()));
    }

    /** What must be said before a yes was said, one sentence after the other. */
    private static List<ReadOut> readOut(Action action, CustomerContext customer, Instant at) {
        List<ReadOut> said = new ArrayList<>();
        int left = action.legal().size();
        for (LegalSentence each : action.legal()) {
            said.add(new ReadOut(each.key(), each.text().in(customer.language()), at.minusSeconds(11L * left--)));
        }
        return said;
    }

    private @Nullable LocalText why(SimulatedAnswer answer) {
        String reason = answer.reason();
        if (reason == null) {
            return null;
        }
        return switch (answer.outcome()) {
            case DECLINED -> words.label(Kind.DECLINED, reason);
            case NOT_NOW -> words.label(Kind.NOT_NOW, reason);
            case NOT_OFFERED -> words.label(Kind.NOT_OFFERED, reason);
            default -> null;
        };
    }
}
