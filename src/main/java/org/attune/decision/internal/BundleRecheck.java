package org.attune.decision.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.attune.customer.Attributes;
import org.attune.customer.Customers;
import org.attune.decision.DecisionRequest;
import org.attune.history.Answer;
import org.attune.history.AnswerCheck;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.kernel.ConflictException;
import org.attune.kernel.LocalText;
import org.attune.policy.Rejection;
import org.attune.policy.Shield;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Strategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks again, when a customer accepts a bundle, whether everything in it is still possible: the live strategy, the customer as now. */
@Component
class BundleRecheck implements AnswerCheck {
    private final LiveStrategy live;
    private final Customers customers;
    private final Attributes attributes;
    private final ObjectProvider<History> history;
    private final Clock clock;
    private final ZoneId zone;

    BundleRecheck(
            LiveStrategy live,
            Customers customers,
            Attributes attributes,
            ObjectProvider<History> history,
            Clock clock,
            ZoneId zone) {
        this.live = live;
        this.customers = customers;
        this.attributes = attributes;
        this.history = history;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void accepting(Answer answer) {
        CompiledAction bundle = live.exists() ? live.current().bundle(answer.action()) : null;
        if (bundle == null) {
            return;
        }
        Moment moment = moment(history.getObject().decision(answer.decision()));
        Gate gate = new Gate(moment);
        Rejection rejection = Bundles.judge(moment.strategy().members(bundle), gate::rejection);
        if (rejection != null) {
            throw new ConflictException(new LocalText(
                    "“" + bundle.action().title().en() + "” is no longer possible. "
                            + rejection.words().en()
                            + ". Nothing was recorded; the card stays open for another answer.",
                    "« " + bundle.action().title().fr() + " » n’est plus possible. "
                            + rejection.words().fr()
                            + ". Rien n’a été noté ; la carte reste ouverte pour une autre réponse."));
        }
    }

    private Moment moment(DecisionRecord record) {
        Instant now = clock.instant();
        Strategy strategy = live.current();
        DecisionRequest request = new DecisionRequest(
                record.customer(), record.channel(), record.reason(), null, null, null, Map.of(), record.interaction());
        var customer = customers.context(record.customer(), now);
        return new Moment(
                record.id(),
                request,
                customer,
                history.getObject().pastOffers(record.customer()),
                attributes.dictionary(),
                strategy,
                LocalDate.ofInstant(now, zone),
                new TreeMap<>(record.situation()),
                Shield.guards(customer),
                false,
                Map.of());
    }

    /** The live context as it was when the bundle was proposed: rules of its members may ask for it. */
    private Map<String, Object> context(DecisionRecord record) {
        return history.getObject()
                .trace(record.id())
                .filter(trace -> trace.length > 0 && trace[0] == TraceFormat.VERSION)
                .map(trace -> Recalled.read(record, trace).request().context())
                .orElse(Map.of());
    }
}
