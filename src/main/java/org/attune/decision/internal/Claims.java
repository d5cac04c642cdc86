package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.attune.catalog.Action;
import org.attune.decision.Decisions;
import org.attune.history.Offer;
import org.attune.history.Quota;
import org.attune.history.Reservations;
import org.attune.history.Reservations.Claim;
import org.attune.history.Reservations.Claimant;
import org.attune.history.Reservations.Refused;
import org.attune.policy.Quotas;
import org.attune.policy.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a decision its places under limits and constraints, in the transaction that writes it down. What finds no place is refused,
 * the next candidate moves up, and the refusals stand in the trace, so that a replay needs no places. A decision that proposes
 * nothing which is subject to a limit or constraint pays nothing.
 */
@Component
public class Claims {
    private final Reservations reservations;
    private final TransactionTemplate transaction;

    Claims(Reservations reservations, PlatformTransactionManager transactions) {
        this.reservations = reservations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Decides until everything proposed has its place, and writes the decision down.
     *
     * @param decide decides a moment, with its refusals
     * @param write writes it down
     */
    public Deliberated settle(Moment moment, Function<Moment, Deliberated> decide, Consumer<Deliberated> write) {
        Quotas quotas = moment.strategy().quotas();
        Map<String, Rejection> refused = quotas.spent(
                moment.past(),
                moment.request().channel(),
                moment.today(),
                moment.request().interaction());
        while (true) {
            Deliberated result = decide.apply(moment.refusing(Map.copyOf(refused)));
            List<Claim> wanted = wanted(moment, result.offers());
            if (wanted.isEmpty()) {
                write.accept(result);
                return result;
            }
            List<Refused> without = claim(moment, wanted, () -> write.accept(result));
            if (without.isEmpty()) {
                return result;
            }
            int before = refused.size();
            for (Refused each : without) {
                quotas.refused(each.claim().action(), each.claim().quota(), each.standing())
                        .forEach(refused::putIfAbsent);
            }
            if (refused.size() == before) {
                throw new IllegalStateException("A refused action was proposed again: " + without);
            }
        }
    }

    private List<Refused> claim(Moment moment, List<Claim> wanted, Runnable write) {
        Claimant claimant = new Claimant(
                moment.id(),
                moment.request().interaction(),
                moment.customer().id(),
                moment.request().channel(),
                moment.customer().at());
        List<Refused> refused = transaction.execute(status -> {
            List<Refused> without = reservations.claim(claimant, wanted);
            if (without.isEmpty()) {
                write.run();
            }
            return without;
        });
        return refused == null ? List.of() : refused;
    }

    private static List<Claim> wanted(Moment moment, List<Offer> offers) {
        Quotas quotas = moment.strategy().quotas();
        if (quotas.none()) {
            return List.of();
        }
        List<Claim> wanted = new ArrayList<>();
        Map<String, Action> actions = new HashMap<>();
        for (Offer each : offers) {
            if (each.action().equals(Decisions.NONE)) {
                continue;
            }
            List<Quota> needed = quotas.of(each.action(), moment.request().channel());
            if (!needed.isEmpty()) {
                if (actions.isEmpty()) {
                    actions.putAll(moment.strategy().document().catalog().byKey());
                }
                @Nullable Action action = actions.get(each.action());
                if (action != null) {
                    needed.forEach(quota -> wanted.add(new Claim(action.key(), quota, action.cost())));
                }
            }
        }
        return wanted;
    }
}
