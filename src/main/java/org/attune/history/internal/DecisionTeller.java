package org.attune.history.internal;

import java.util.Comparator;
import java.util.Map;
import org.attune.history.DecisionRecord;
import org.attune.history.Offer;
import org.attune.kernel.OutboundEvent;
import org.attune.kernel.OutboundInterest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells other systems of decisions, if any of them asks: only then does writing one down need a transaction around it. */
@Component
public class DecisionTeller implements SmartInitializingSingleton {
    private final ObjectProvider<OutboundInterest> interest;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private volatile @Nullable OutboundInterest listener;

    DecisionTeller(
            ObjectProvider<OutboundInterest> interest,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.interest = interest;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        listener = interest.getIfAvailable();
    }

    /** Whether anybody wants to hear of decisions. */
    public boolean isAsked() {
        OutboundInterest somebody = listener;
        return somebody != null && somebody.in(OutboundEvent.DECISION_MADE);
    }

    /** Writes and tells in one transaction. */
    public void tellWith(DecisionRecord decision, Runnable write) {
        transaction.executeWithoutResult(status -> {
            write.run();
            events.publishEvent(new OutboundEvent(
                    OutboundEvent.DECISION_MADE,
                    decision.customer(),
                    decision.at(),
                    Map.of(
                            "decisionId", decision.id().toString(),
                            "channel", decision.channel().key(),
                            "strategyRevision", decision.revision(),
                            "arm", decision.arm(),
                            "actions",
                                    decision.offers().stream()
                                            .filter(offer -> offer.rank() > 0)
                                            .sorted(Comparator.comparingInt(Offer::rank))
                                            .map(Offer::action)
                                            .toList())));
        });
    }
}
