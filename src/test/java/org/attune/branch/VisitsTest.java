package org.attune.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.branch.Visit.Kind;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interactions;
import org.attune.kernel.Channel;
import org.attune.kernel.ConflictException;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of a branch. */
@AttuneTest
class VisitsTest {
    @Autowired
    Visits visits;

    @Autowired
    Customers customers;

    @Autowired
    Interactions interactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String place = "place-" + UUID.randomUUID();

    @AfterEach
    void nothingIsLeftOpen() {
        interactions.open("branch-agent").forEach(each -> interactions.close(each.id(), "branch-agent"));
    }

    private CustomerId customer(String ref, String name) {
        return SomeCustomer.named(ref, name).put(customers);
    }

    private void itsTimeHasCome(Visit appointment) {
        jdbc.sql("update branch_visit set at = now() - interval '1 minute' where id = ?")
                .param(appointment.id())
                .update();
    }

    @Test
    void whoHasAnAppointmentIsServedAtItsTimeAndWalkInsInTheirOrder() {
        Visit first = visits.walkIn(place, customer("branch-1", "Ada Abel"), "billing");
        Visit second = visits.walkIn(place, customer("branch-2", "Ben Berg"), "");
        Visit booked = visits.book(
                place,
                customer("branch-3", "Cleo Van Dam"),
                "moving",
                clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(booked.name()).isEqualTo("Cleo D.");
        assertThat(visits.expected(place)).extracting(Visit::id).containsExactly(booked.id());
        assertThat(visits.waiting(place)).extracting(Visit::id).containsExactly(first.id(), second.id());
        visits.arrived(booked.id(), place);
        itsTimeHasCome(booked);
        assertThat(visits.waiting(place)).extracting(Visit::id).containsExactly(booked.id(), first.id(), second.id());

        Interaction opened = visits.next(place, "branch-agent").orElseThrow();
        assertThat(opened.channel()).isEqualTo(Channel.BRANCH);
        assertThat(opened.customer()).isEqualTo(booked.customer());
        assertThat(opened.reason()).isEqualTo("moving");
        visits.left(second.id(), place);
        assertThat(visits.waiting(place)).extracting(Visit::id).containsExactly(first.id());
        interactions.close(opened.id(), "branch-agent");
        assertThat(jdbc.sql("select state from branch_visit where id = ?")
                        .param(booked.id())
                        .query(String.class)
                        .single())
                .isEqualTo("done");
    }

    @Test
    void ofTwoAgentsOneGetsTheVisitorAndNobodyReachesIntoAnotherBranch() {
        Visit visit = visits.walkIn(place, customer("branch-4", "Dora Dell"), "");
        assertThat(visit.kind()).isEqualTo(Kind.WALK_IN);
        assertThatThrownBy(() -> visits.call(visit.id(), "elsewhere", "branch-agent"))
                .isInstanceOf(NotFoundException.class);
        visits.call(visit.id(), place, "branch-agent");
        assertThatThrownBy(() -> visits.call(visit.id(), place, "branch-agent-2"))
                .isInstanceOf(ConflictException.class);
        assertThat(visits.next(place, "branch-agent-2")).isEmpty();
    }

    @Test
    void anAppointmentLiesAheadAndNamesAreShort() {
        CustomerId customer = customer("branch-5", "Eve");
        assertThatThrownBy(
                        () -> visits.book(place, customer, "", clock.instant().minusSeconds(60)))
                .isInstanceOf(InvalidException.class);
        assertThat(Visits.callName("Eve")).isEqualTo("Eve");
        assertThat(Visits.callName("  Ana  Ólafsdóttir ")).isEqualTo("Ana Ó.");
    }
}
