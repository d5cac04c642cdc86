package org.attune.decision.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.customer.AttributeDictionary;
import org.attune.customer.CustomerContext;
import org.attune.decision.DecisionRequest;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.DecisionId;
import org.attune.policy.Shield;
import org.attune.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** Runs the stages of decisions without database and HTTP, for measuring. */
public final class EngineProbe {
    private final Deliberation deliberation;
    private final List<Moment> moments = new ArrayList<>();

    public EngineProbe(Deliberation deliberation) {
        this.deliberation = deliberation;
    }

    /** Keeps the inputs of a decision to be taken. */
    public void add(
            CustomerContext customer,
            List<PastOffer> past,
            String reason,
            AttributeDictionary dictionary,
            Strategy strategy,
            ZoneId zone) {
        Instant now = customer.at();
        DecisionRequest request = DecisionRequest.of(customer.id(), Channel.CALL_CENTER, reason);
        moments.add(new Moment(
                DecisionId.next(),
                request,
                customer,
                past,
                dictionary,
                strategy,
                LocalDate.ofInstant(now, zone),
                Situations.of(customer, dictionary, reason, "call-center"),
                Shield.guards(customer),
                false,
                Map.of()));
    }

    /** Decides about the n-th input. */
    public Deliberated run(int n) {
        return deliberation.run(moments.get(n % moments.size()));
    }

    /** How many actions the models were asked about. */
    public static int scored(Deliberated result) {
        return (int)
                result.candidates.stream().filter(each -> each.stop.scored()).count();
    }

    /** A stage by itself, or null when there is no such stage; for finding what costs most. */
    public @Nullable Object stage(String name, int n) {
        Moment moment = moments.get(n % moments.size());
        return switch (name) {
            case "gate" -> {
                Gate gate = new Gate(moment);
                int standing = 0;
                for (var each : moment.strategy().actions()) {
                    standing += gate.judge(each) == Stop.RANKED ? 1 : 0;
                }
                yield standing;
            }
            case "facts" -> new Gate(moment);
            default -> null;
        };
    }
}
