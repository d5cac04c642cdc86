package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** News reaches open views: after the fact, in order, and without holding up who publishes it. */
@AttuneTest
class NewsTest {
    @Autowired
    private News news;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    record Happened(int number) {}

    @Test
    void arrivesInOrder() throws Exception {
        try (var open = closing(news.listen(Happened.class, each -> heard.add(each.number())))) {
            IntStream.range(0, 500).forEach(i -> events.publishEvent(new Happened(i)));
            for (int i = 0; i < 500; i++) {
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(i);
            }
        }
    }

    @Test
    void arrivesWhenTheTransactionHasCommittedOrNotAtAll() throws Exception {
        try (var open = closing(news.listen(Happened.class, each -> heard.add(each.number())))) {
            transaction.executeWithoutResult(status -> {
                events.publishEvent(new Happened(1));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> {
                events.publishEvent(new Happened(2));
                assertThat(heard).isEmpty();
            });
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void aSlowViewHoldsUpNeitherThePublisherNorOtherViews() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (var slow = closing(news.listen(Happened.class, each -> await(release)));
                var quick = closing(news.listen(Happened.class, each -> heard.add(each.number())))) {
            events.publishEvent(new Happened(1));
            events.publishEvent(new Happened(2));
            assertThat(List.of(heard.poll(5, TimeUnit.SECONDS), heard.poll(5, TimeUnit.SECONDS)))
                    .containsExactly(1, 2);
            release.countDown();
        }
    }

    @Test
    void aViewThatFailsHearsTheNextNews() throws Exception {
        try (var open = closing(news.listen(Happened.class, each -> {
            if (each.number() == 1) {
                throw new IllegalStateException("planned by the test");
            }
            heard.add(each.number());
        }))) {
            events.publishEvent(new Happened(1));
            events.publishEvent(new Happened(2));
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    private static AutoCloseable closing(Registration registration) {
        return registration::remove;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
