package org.attune.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.history.Reservations.Claim;
import org.attune.history.Reservations.Claimant;
import org.attune.history.Reservations.Refused;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits under races: twenty sessions decide about one customer at once, present what they got a place for, or set it aside. The normal
 * suite runs a thousand such races; {@code -Dattune.races=100000} runs as many as the promise names.
 */
class OverSolicitationTest {
    private static final int SESSIONS = 20;
    private static final int RACES = Integer.getInteger("attune.races", 1_000);
    private static final Quota.Scope SALES =
            new Quota.Scope("sales", null, null, java.util.Set.of(), java.util.Set.of());

    @Test
    void noCustomerHearsMoreThanTheLimitHoweverManyDesksDecideAtOnce() throws Exception {
        try (LogBed bed = new LogBed();
                ExecutorService desks = Executors.newFixedThreadPool(SESSIONS)) {
            ((HikariDataSource) bed.dataSource()).setMaximumPoolSize(SESSIONS + 2);
            SplittableRandom random = new SplittableRandom(20261122);
            int granted = 0;
            for (int round = 0; round < RACES / SESSIONS; round++) {
                Quota.Limit limit = new Quota.Limit("r" + round % 7, SALES, null, 1 + round % 3, 7, false, 30);
                CustomerId customer = CustomerId.next();
                CyclicBarrier together = new CyclicBarrier(SESSIONS);
                List<Callable<Boolean>> sessions = new ArrayList<>();
                for (int i = 0; i < SESSIONS; i++) {
                    boolean presents = random.nextInt(4) > 0;
                    sessions.add(() -> {
                        together.await();
                        return session(bed, customer, limit, presents);
                    });
                }
                for (Future<Boolean> each : desks.invokeAll(sessions)) {
                    granted += each.get() ? 1 : 0;
                }
                assertThat(contacts(bed, customer)).as("round %d", round).isLessThanOrEqualTo(limit.count());
            }
            assertThat(granted).as("places were given at all").isGreaterThanOrEqualTo(RACES / SESSIONS);
        }
    }

    private static boolean session(LogBed bed, CustomerId customer, Quota.Limit limit, boolean presents) {
        InteractionId conversation = InteractionId.next();
        Instant now = Instant.now();
        DecisionRecord decision =
                LogBed.in(conversation, LogBed.decision(customer, now, "main", Map.of(), LogBed.DEPOSIT));
        List<Refused> refused = new TransactionTemplate(bed.bean(PlatformTransactionManager.class)).execute(status -> {
            List<Refused> none = bed.bean(Reservations.class)
                    .claim(
                            new Claimant(decision.id(), conversation, customer, Channel.CALL_CENTER, now),
                            List.of(new Claim(LogBed.DEPOSIT, limit, BigDecimal.ZERO)));
            if (none.isEmpty()) {
                bed.write(decision);
            }
            return none;
        });
        if (refused == null || !refused.isEmpty()) {
            return false;
        }
        bed.answer(decision, presents ? Outcome.DECLINED : Outcome.NOT_OFFERED);
        return true;
    }

    private static long contacts(LogBed bed, CustomerId customer) {
        Long count = bed.jdbc()
                .queryForObject(
                        "SELECT count(*) FROM history_offer WHERE customer_id = ? AND presented_at IS NOT NULL",
                        Long.class,
                        customer.value());
        return count == null ? 0 : count;
    }
}
