package org.attune.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.attune.arbitration.engine.Arms;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.internal.Claims;
import org.attune.decision.internal.Deliberation;
import org.attune.decision.internal.Moment;
import org.attune.decision.internal.StoredTrace;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.PastOffer;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.InvalidException;
import org.attune.policy.Shield;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The one place that decides, for every channel. */
@Service
public class Decisions {
    /** The action key of "propose nothing, listen". */
    public static final String NONE = "none";

    private final Customers customers;
    private final Attributes attributes;
    private final History history;
    private final LiveStrategy live;
    private final Deliberation deliberation;
    private final Claims claims;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    Decisions(
            Customers customers,
            Attributes attributes,
            History history,
            LiveStrategy live,
            Deliberation deliberation,
            Claims claims,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.customers = customers;
        this.attributes = attributes;
        this.history = history;
        this.live = live;
        this.deliberation = deliberation;
        this.claims = claims;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Decides and writes the decision down.
     *
     * @throws org.attune.kernel.NotFoundException an unknown customer
     * @throws InvalidException {@code max} outside 1..10 or a reason of more than 64 characters
     */
    public Decision decide(DecisionRequest request) {
        check(request);
        long started = System.nanoTime();
        Instant now = clock.instant();
        Strategy strategy = live.current();
        CustomerContext customer = customers.context(request.customer(), now);
        List<PastOffer> past = history.pastOffers(request.customer());
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean guarded = Shield.guards(customer);
        boolean control = !guarded
                && Arms.control(
                        customer.id().value(),
                        YearMonth.from(today),
                        strategy.document().arbitration().controlShare());
        DecisionId id = DecisionId.next();
        Moment moment =
                new Moment(id, request, customer, past, attributes.dictionary(), strategy, today, guarded, control);
        Deliberation.Result result = claims.settle(
                moment,
                refused -> deliberation.run(moment, refused),
                Deliberation.Result::offers,
                decided -> write(moment, decided, micros(started)));
        long micros = micros(started);
        return new Decision(
                id,
                customer.id(),
                now,
                strategy.revision(),
                result.modelVersion(),
                moment.arm(),
                micros,
                result.recommendations(),
                result.none(),
                result.protections(),
                result.dropped());
    }

    private void write(Moment moment, Deliberation.Result result, long micros) {
        DecisionRequest request = moment.request();
        history.record(new DecisionRecord(
                moment.id(),
                moment.customer().id(),
                moment.customer().at(),
                request.channel(),
                request.reason(),
                request.interaction(),
                moment.strategy().revision(),
                result.modelVersion(),
                moment.arm(),
                moment.seed(),
                micros,
                moment.guarded(),
                result.situation(),
                result.offers(),
                json.writeValueAsString(result.trace())));
    }

    private static long micros(long started) {
        return (System.nanoTime() - started) / 1_000;
    }

    /** The full trace of a decision as JSON; unknown is a NotFoundException. Writes nothing. */
    public String trace(DecisionId id) {
        return history.decision(id).trace();
    }

    /**
     * Everything about a decision, typed: what explanations are made of. Writes nothing.
     *
     * @throws org.attune.kernel.NotFoundException unknown decision
     */
    public DecisionTrace read(DecisionId id) {
        return StoredTrace.read(history.decision(id), live.current(), json);
    }

    /** Decides again with the catalog, the models and the inputs of that moment, and compares. Writes nothing. */
    public Replay replay(DecisionId id) {
        throw new ConflictException("Replay is not possible yet.");
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
