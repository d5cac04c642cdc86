package org.attune.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.attune.arbitration.engine.Arms;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.internal.Claims;
import org.attune.decision.internal.Deliberated;
import org.attune.decision.internal.Deliberation;
import org.attune.decision.internal.Moment;
import org.attune.decision.internal.OneTrip;
import org.attune.decision.internal.Replayer;
import org.attune.decision.internal.Situations;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.PastOffer;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Query;
import org.attune.learning.Models;
import org.attune.policy.Shield;
import org.attune.policy.ShieldBlocks;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.springframework.stereotype.Service;

/** The one place that decides, for every channel. */
@Service
public class Decisions {
    /** The action key of "propose nothing, listen". */
    public static final String NONE = "none";

    private final Customers customers;
    private final Attributes attributes;
    private final History history;
    private final LiveStrategy live;
    private final OneTrip trip;
    private final Deliberation deliberation;
    private final Deliberation untaught;
    private final Claims claims;
    private final Replayer replayer;
    private final ShieldBlocks blocks;
    private final Clock clock;
    private final ZoneId zone;

    Decisions(
            Customers customers,
            Attributes attributes,
            History history,
            LiveStrategy live,
            OneTrip trip,
            Deliberation deliberation,
            Models models,
            Claims claims,
            Replayer replayer,
            ShieldBlocks blocks,
            Clock clock,
            ZoneId zone) {
        this.customers = customers;
        this.attributes = attributes;
        this.history = history;
        this.live = live;
        this.trip = trip;
        this.deliberation = deliberation;
        this.untaught = deliberation.with(models.untaught());
        this.claims = claims;
        this.replayer = replayer;
        this.blocks = blocks;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Decides and writes the decision down.
     *
     * @throws NotFoundException an unknown customer
     * @throws InvalidException {@code max} outside 1..10 or a reason of more than 64 characters
     */
    public Decision decide(DecisionRequest request) {
        return decide(
                new Query.Expression("?", List.of(request.customer().value())),
                request.customer().toString(),
                id -> request);
    }

    /**
     * The same for a customer who is named by reference: one round trip reads everything.
     *
     * @param request makes the request when the customer is found
     */
    public Decision decide(String ref, Function<CustomerId, DecisionRequest> request) {
        return decide(customers.idOfRef(ref), ref, request);
    }

    private Decision decide(Query.Expression who, String name, Function<CustomerId, DecisionRequest> asked) {
        long started = System.nanoTime();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Strategy strategy = live.current();
        OneTrip.Both<Optional<CustomerContext>, List<PastOffer>> known =
                trip.ask(customers.ask(who, now), history.askPastOffers(who, now));
        CustomerContext customer = known.first().orElseThrow(() -> new NotFoundException("customer", name));
        List<PastOffer> past = known.second();
        DecisionRequest request = asked.apply(customer.id());
        check(request);
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean guarded = Shield.guards(customer);
        boolean control = !guarded
                && Arms.control(
                        customer.id().value(),
                        YearMonth.from(today),
                        strategy.document().arbitration().controlShare());
        AttributeDictionary dictionary = attributes.dictionary();
        Moment moment = new Moment(
                DecisionId.next(),
                request,
                customer,
                past,
                dictionary,
                strategy,
                today,
                Situations.of(
                        customer,
                        dictionary,
                        request.reason(),
                        request.channel().key()),
                guarded,
                control,
                Map.of());
        Deliberated result = claims.settle(moment, deliberation::run, decided -> {
            byte[] trace = decided.trace();
            history.record(record(decided, micros(started)), trace);
        });
        result.count(blocks);
        return decision(result, micros(started));
    }

    /** Everything about a decision: what explanations are made of. An unknown one is a NotFoundException. Writes nothing. */
    public DecisionTrace read(DecisionId id) {
        return replayer.read(id);
    }

    /**
     * Decides again with the catalog, the models and the inputs of that moment, and compares. Writes nothing.
     *
     * @throws org.attune.kernel.NotFoundException unknown decision
     * @throws org.attune.kernel.ConflictException one that was imported, or whose trace was cleared away
     */
    public Replay replay(DecisionId id) {
        return replayer.replay(id);
    }

    /** What would be decided today, with the inputs of a past decision, under another strategy. Writes nothing. */
    public Decision under(DecisionId id, Strategy strategy) {
        return decision(replayer.under(id, strategy), 0);
    }

    /**
     * What a strategy by itself decides for an invented customer: with the propensities that the catalog starts from, without
     * exploration and outside the control group, so that it comes out the same on every day and every node. Writes nothing.
     */
    public Decision tryOut(CustomerContext customer, List<PastOffer> past, DecisionRequest request, Strategy strategy) {
        check(request);
        AttributeDictionary dictionary = attributes.dictionary();
        LocalDate today = LocalDate.ofInstant(customer.at(), zone);
        Moment moment = new Moment(
                DecisionId.next(),
                request,
                customer,
                past,
                dictionary,
                strategy,
                today,
                Situations.of(
                        customer,
                        dictionary,
                        request.reason(),
                        request.channel().key()),
                true, // as for a protected customer: nothing is left to chance
                false,
                Map.of());
        return decision(untaught.run(moment), 0);
    }

    private static long micros(long started) {
        return (System.nanoTime() - started) / 1_000;
    }

    private static DecisionRecord record(Deliberated result, long micros) {
        Moment moment = result.moment();
        return new DecisionRecord(
                moment.id(),
                moment.customer().id(),
                moment.customer().at(),
                moment.request().channel(),
                moment.request().reason(),
                moment.request().interaction(),
                moment.strategy().revision(),
                result.modelVersion(),
                moment.arm(),
                moment.seed(),
                micros,
                moment.guarded(),
                moment.situation(),
                result.offers());
    }

    private static Decision decision(Deliberated result, long micros) {
        Moment moment = result.moment();
        return new Decision(
                moment.id(),
                moment.customer().id(),
                moment.customer().at(),
                moment.strategy().revision(),
                result.modelVersion(),
                moment.arm(),
                micros,
                result.recommendations(),
                result.none(),
                result.protections(),
                result.dropped());
    }

    private static void check(DecisionRequest request) {
        Integer max = request.max();
        if (max != null && (max < 1 || max > 10)) {
            throw new InvalidException("max", max + " must be between 1 and 10.");
        }
        if (request.reason().length() > 64) {
            throw new InvalidException("reason", "A reason of call has at most 64 characters.");
        }
    }
}
