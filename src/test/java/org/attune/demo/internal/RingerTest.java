package org.attune.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.attune.AttuneTest;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.Users;
import org.attune.customer.Customers;
import org.attune.interaction.DeskPresence;
import org.attune.interaction.Interaction;
import org.attune.interaction.Interaction.State;
import org.attune.interaction.Interactions;
import org.attune.telephony.Telephony;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls that ring on desks; the clock is moved by hand. */
@AttuneTest
class RingerTest {
    private static final String AGENT = "agent-of-the-ringer-test";

    @Autowired
    Interactions interactions;

    @Autowired
    Telephony telephony;

    @Autowired
    Users users;

    @Autowired
    Customers customers;

    private final DeskPresence presence = new DeskPresence(java.time.Clock.systemUTC());
    private Duration ahead = Duration.ZERO;
    private Ringer ringer;

    @BeforeEach
    void freshRinger() {
        InstantSource source = () -> Instant.now().plus(ahead);
        Clock clock = source.withZone(ZoneOffset.UTC);
        ringer = new Ringer(presence, interactions, telephony, customers, clock);
        if (users.byName(AGENT).isEmpty()) {
            users.create("test", new NewUser(AGENT, "a-long-password", "Ringer Test", Role.AGENT, null, false));
        }
        interactions.open(AGENT).forEach(each -> interactions.close(each.id(), AGENT));
    }

    @Test
    void ringsOnlyWhereSomebodySits() {
        after(60);
        assertThat(interactions.open(AGENT)).isEmpty();
        presence.arrive(AGENT);
        after(0);
        assertThat(interactions.open(AGENT)).as("not in the same second").isEmpty();
        after(6);
        List<Interaction> open = interactions.open(AGENT);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().state()).isEqualTo(State.RINGING);
        assertThat(open.getFirst().source()).isEqualTo("demo");
        assertThat(open.getFirst().reason()).isNotBlank();
        assertThat(open.getFirst().caller()).startsWith("+");
    }

    @Test
    void aCallNobodyTakesIsWithdrawnAndAnotherOneComes() {
        Interaction first = ring();
        after(20);
        assertThat(interactions.open(AGENT)).containsExactly(first);
        after(10);
        assertThat(interactions.open(AGENT)).isEmpty();
        after(26);
        assertThat(interactions.open(AGENT)).hasSize(1).doesNotContain(first);
    }

    @Test
    void neverRingsWhileTheAgentTalks() {
        Interaction call = ring();
        interactions.take(call.id(), AGENT);
        after(120);
        assertThat(interactions.open(AGENT)).hasSize(1);
        interactions.close(call.id(), AGENT);
        after(1);
        assertThat(interactions.open(AGENT)).isEmpty();
        after(26);
        assertThat(interactions.open(AGENT)).hasSize(1);
    }

    @Test
    void hangsUpWhenTheDemoEndsOrTheAgentLeaves() {
        ring();
        ringer.hangUp();
        assertThat(interactions.open(AGENT)).isEmpty();
        after(0);
        after(6);
        assertThat(interactions.open(AGENT)).hasSize(1);
        presence.leave(AGENT);
        after(31);
        assertThat(interactions.open(AGENT)).isEmpty();
        after(60);
        assertThat(interactions.open(AGENT)).isEmpty();
    }

    private Interaction ring() {
        presence.arrive(AGENT);
        after(0);
        after(6);
        return interactions.open(AGENT).getFirst();
    }

    private void after(int seconds) {
        ahead = ahead.plusSeconds(seconds);
        ringer.look();
    }
}
