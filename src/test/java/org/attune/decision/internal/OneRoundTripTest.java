package org.attune.decision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.AttuneTest;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.customer.SomeCustomer;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.DecisionTrace;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.attune.platform.RoundTrips;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All that a decision knows of a customer is read anew for it, in one round trip: there is nothing that could be out of date. */
@AttuneTest
class OneRoundTripTest {
    @Autowired
    Customers customers;

    @Autowired
    Decisions decisions;

    @Autowired
    History history;

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    @Test
    void theCustomerAndTheirPastAreReadInOneRoundTrip() throws Exception {
        CustomerId robin = customer("OneTrip-1", Map.of("tenure_months", 30));
        customers.receive("OneTrip-1", "outage", "test", "OneTrip-1", clock.instant(), Map.of());
        customers.beginState(robin, CustomerState.DISPUTE, null, "test");
        shown(robin);
        PGSimpleDataSource server = server();
        try (RoundTrips between = new RoundTrips(server.getServerNames()[0], server.getPortNumbers()[0])) {
            server.setPortNumbers(new int[] {between.port()});
            SingleConnectionDataSource connection = new SingleConnectionDataSource(server.getConnection(), true);
            OneTrip trip = new OneTrip(new JdbcTemplate(connection));
            ask(trip, "OneTrip-1"); // the driver looks up its types once for each connection
            for (int i = 0;
                    i < 10;
                    i++) { // on its way from a statement it has just met to one the server knows by name
                int before = between.count();
                var known = ask(trip, "OneTrip-1");
                assertThat(between.count() - before).isEqualTo(1);
                CustomerContext read = known.first().orElseThrow();
                assertThat(read.attributes()).containsKey("tenure_months");
                assertThat(read.signalDays()).containsKey("outage");
                assertThat(read.activeStates()).contains(CustomerState.DISPUTE);
                assertThat(known.second()).isNotEmpty();
            }
            connection.destroy();
        }
    }

    @Test
    void theNextDecisionKnowsEachFactSignalStateAndAnswer() {
        CustomerId robin = customer("OneTrip-2", Map.of("tenure_months", 30));
        assertThat(facts(robin)).containsEntry("tenure_months", 30.0);

        customer("OneTrip-2", Map.of("tenure_months", 31));
        assertThat(facts(robin)).containsEntry("tenure_months", 31.0);

        assertThat(facts(robin).get("signals").toString()).doesNotContain("outage");
        customers.receive("OneTrip-2", "outage", "test", "OneTrip-2", clock.instant(), Map.of());
        assertThat(facts(robin).get("signals").toString()).contains("outage");

        customers.beginState(robin, CustomerState.DISPUTE, null, "test");
        assertThat(facts(robin).get("states").toString()).contains("dispute");
        customers.endState(robin, CustomerState.DISPUTE, "test");
        assertThat(facts(robin).get("states").toString()).doesNotContain("dispute");

        Decision decision = shown(robin);
        String action = decision.recommendations().getFirst().action();
        assertThat(facts(robin).get("declined").toString()).doesNotContain(action);
        history.answer(new Answer(decision.id(), action, Outcome.DECLINED, null, null, null), "test");
        assertThat(facts(robin).get("declined").toString()).contains(action);
        history.undo(decision.id(), action, "test");
        assertThat(facts(robin).get("declined").toString()).doesNotContain(action);
    }

    private PGSimpleDataSource server() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(environment.getRequiredProperty("spring.datasource.url"));
        server.setUser(environment.getRequiredProperty("spring.datasource.username"));
        server.setPassword(environment.getRequiredProperty("spring.datasource.password"));
        return server;
    }

    private Map<String, Object> facts(CustomerId customer) {
        DecisionTrace trace = decisions.read(decisions
                .decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "billing"))
                .id());
        return trace.facts();
    }

    private Decision shown(CustomerId customer) {
        Decision decision = decisions.decide(DecisionRequest.of(customer, Channel.CALL_CENTER, "technical"));
        assertThat(decision.recommendations()).isNotEmpty();
        history.shown(
                decision.id(),
                decision.recommendations().stream().map(Recommendation::action).toList(),
                "test");
        return decision;
    }

    private OneTrip.Both<Optional<CustomerContext>, List<PastOffer>> ask(OneTrip trip, String ref) {
        Instant now = clock.instant();
        var who = customers.idOfRef(ref);
        return trip.ask(customers.ask(who, now), history.askPastOffers(who, now));
    }

    private CustomerId customer(String ref, Map<String, Object> attributes) {
        return SomeCustomer.named(ref, "Robin " + ref).attributes(attributes).put(customers);
    }
}
