package org.attune.outreach.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.customer.CustomerDraft;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.kernel.CustomerId;
import org.attune.outreach.Outreach;
import org.attune.outreach.OutreachItem;
import org.attune.outreach.OutreachItem.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wishes that are told after an item came on the list. */
@AttuneTest
class LaterWishesTest {
    @Autowired
    Customers customers;

    @Autowired
    Outreach outreach;

    @Autowired
    OutreachStore store;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private OutreachItem itemOf(String ref) {
        CustomerId customer = SomeCustomer.named(ref, "Noa " + ref)
                .attributes(Map.of("arrears_days", 0))
                .put(customers);
        customers.receive(
                ref,
                "complaint-social",
                "wishes-test",
                UUID.randomUUID().toString(),
                clock.instant().minus(Duration.ofSeconds(1)),
                Map.of());
        return Awaitility.await()
                .until(() -> store.open(customer).stream().findFirst().orElse(null), Objects::nonNull);
    }

    private void tell(String ref, Map<String, Boolean> consents, Map<String, String> preferences) {
        customers.put(
                new CustomerDraft(ref, null, null, null, null, consents, preferences, null, null),
                "call-center",
                "agent");
    }

    @Test
    void anItemMovesOutOfQuietHoursAndToTheChannelThatIsWished() {
        OutreachItem item = itemOf("later-1");
        LocalTime now = LocalTime.now(clock.withZone(zone));
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm");
        tell(
                "later-1",
                Map.of(),
                Map.of(
                        "channel",
                        "branch",
                        "quiet_hours",
                        hour.format(now.minusHours(1)) + "-" + hour.format(now.plusHours(2))));
        OutreachItem moved = store.find(item.id()).orElseThrow();
        assertThat(moved.state()).isEqualTo(State.OPEN);
        assertThat(moved.channel().key()).isEqualTo("branch");
        assertThat(moved.notBefore()).isAfter(clock.instant());
        assertThat(moved.due()).isAfterOrEqualTo(moved.notBefore());
    }

    @Test
    void anItemLeavesTheListWhenTheCustomerDoesNotWantToBeCalled() {
        OutreachItem item = itemOf("later-2");
        tell("later-2", Map.of("calls", false), Map.of());
        OutreachItem closed = store.find(item.id()).orElseThrow();
        assertThat(closed.state()).isEqualTo(State.DISMISSED);
        assertThat(closed.reason()).isEqualTo("not-wanted");
        assertThat(outreach.worklist(10_000)).extracting(OutreachItem::id).doesNotContain(item.id());
    }
}
