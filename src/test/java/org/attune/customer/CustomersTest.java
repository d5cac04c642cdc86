package org.attune.customer;

import static java.util.Map.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.attune.AttuneTest;
import org.attune.kernel.AuditedEvent;
import org.attune.kernel.CustomerId;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@AttuneTest
@RecordApplicationEvents
class CustomersTest {
    @Autowired
    Customers customers;

    @Autowired
    Attributes attributes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void define() {
        attributes.defineAll(
                List.of(
                        Drafts.attribute("t_income", AttributeType.NUMBER),
                        Drafts.attribute("t_plan", AttributeType.CATEGORY),
                        Drafts.attribute("t_fibre", AttributeType.BOOLEAN),
                        Drafts.attribute("t_until", AttributeType.DATE),
                        Drafts.attribute("arrears_days", AttributeType.NUMBER)),
                "test");
    }

    @Test
    void findsByNameReferenceAndPhone() {
        customers.put(Drafts.named("Qf-1", "Éloïse Quintefeuille", "06 98 11 22 33"), "test", "system");
        customers.put(Drafts.named("Qf-12", "Jean-Marc Quintefeuille"), "test", "system");

        assertThat(found("eloise quint")).containsExactly("Qf-1");
        assertThat(found("QUINTEFEUILLE élo")).containsExactly("Qf-1");
        assertThat(found("marc")).contains("Qf-12");
        assertThat(found("quintefeu")).containsExactlyInAnyOrder("Qf-1", "Qf-12");
        assertThat(found("qf-1")).containsExactly("Qf-1", "Qf-12");
        assertThat(found("06.98.11.22.33")).containsExactly("Qf-1");
        assertThat(found("+33 698 112 233")).containsExactly("Qf-1");
        assertThat(found("0033 6 98 11 22 33")).containsExactly("Qf-1");
        assertThat(found("11 22 33")).contains("Qf-1");
        assertThat(customers.find("Qf-1", 10).getFirst().phone()).isEqualTo("+33698112233");
    }

    @Test
    void searchKnowsNoWildcardsAndIgnoresNoise() {
        customers.put(Drafts.named("Wild-1", "Wilhelmine Wildkarte"), "test", "system");

        assertThat(found("%%")).isEmpty();
        assertThat(found("wildk%")).containsExactly("Wild-1");
        assertThat(found("w_ldkarte")).isEmpty();
        assertThat(found("' | 'zzqx")).isEmpty();
        assertThat(found("wildkarte \\ ' & !")).containsExactly("Wild-1");
        assertThat(found("w")).isEmpty();
        assertThat(found("   ")).isEmpty();
        assertThat(found("wild\u0000karte")).containsExactly("Wild-1");
    }

    @Test
    void unknownAttributeIsRefusedByName() {
        InvalidException refused = catchThrowableOfType(
                InvalidException.class,
                () -> customers.put(Drafts.with("unknown-1", of("t_incomme", 3, "t_plan", "gold")), "api", "api"));

        assertThat(refused.problems())
                .containsExactly(new Problem(
                        "attributes.t_incomme", "There is no attribute 't_incomme'. Did you mean 't_income'?"));
        assertThat(customers.idOf("unknown-1")).isNull();
    }

    @Test
    void everyProblemIsNamedAndNothingIsStored() {
        CustomerDraft draft = new CustomerDraft(
                "bad-1",
                " ",
                null,
                List.of("12", "06 12 34 56 78"),
                of("t_income", "much", "t_fibre", "perhaps", "t_until", "31/12/2026"),
                null,
                null,
                List.of(new Holding("", null, null)),
                List.of(new CustomerDraft.StateDraft(
                        CustomerState.HARDSHIP,
                        Instant.parse("2026-02-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        null)));

        InvalidException refused =
                catchThrowableOfType(InvalidException.class, () -> customers.put(draft, "api", "api"));

        assertThat(refused.problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "displayName",
                        "phones[0]",
                        "attributes.t_income",
                        "attributes.t_fibre",
                        "attributes.t_until",
                        "holdings[0].product",
                        "states[0].until");
        assertThat(customers.idOf("bad-1")).isNull();
    }

    @Test
    void secondIdenticalPutChangesNothing() {
        CustomerDraft draft = full("same-1");
        assertThat(customers.put(draft, "crm", "crm")).isTrue();
        String before = row("same-1");
        events.clear();

        assertThat(customers.put(draft, "crm", "crm")).isFalse();

        assertThat(row("same-1")).isEqualTo(before);
        assertThat(events.stream(CustomerChanged.class)).isEmpty();
        assertThat(events.stream(AuditedEvent.class)).isEmpty();
    }

    @Test
    void contextReadsEverythingOfOneMoment() {
        customers.put(full("whole-1"), "crm", "crm");
        Instant at = Instant.now();
        customers.receive("whole-1", "outage", "net", "whole-1-a", at.minus(Duration.ofDays(3)), of("hours", 2));
        customers.receive("whole-1", "praise-given", "crm", "whole-1-b", at.minus(Duration.ofDays(1)), of());
        customers.receive("whole-1", "outage", "net", "whole-1-c", at.minus(Duration.ofDays(181)), of());

        CustomerContext context = customers.context(id("whole-1"), at);

        assertThat(context.displayName()).isEqualTo("Whole Customer");
        assertThat(context.language()).isEqualTo(Language.EN);
        assertThat(context.phones()).containsExactly("+33612345678", "+442079460000");
        assertThat(context.value("t_income")).isEqualTo(2400.5);
        assertThat(context.value("t_plan")).isEqualTo("gold");
        assertThat(context.value("t_fibre")).isEqualTo(true);
        assertThat(context.value("t_until")).isEqualTo("2026-12-31");
        assertThat(Objects.requireNonNull(context.attributes().get("t_income")).source())
                .isEqualTo("crm");
        assertThat(context.consents()).containsEntry("sales_calls", false);
        assertThat(context.preferences()).containsEntry("tone", "gentle");
        assertThat(context.holdings()).containsExactly(new Holding("fibre", LocalDate.of(2024, 3, 1), "Fibre 1 Gb/s"));
        assertThat(context.activeStates()).containsExactly(CustomerState.BEREAVEMENT);
        assertThat(context.signals()).extracting(SignalFact::type).containsExactly("praise-given", "outage");
        assertThat(context.signals().get(1).data()).containsEntry("hours", 2);
        assertThatThrownBy(() -> context.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(customers.contexts(List.of("whole-1", "nobody"), at)).containsExactly(Map.entry("whole-1", context));
        assertThatThrownBy(() -> customers.context(CustomerId.next(), at)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsGivenAsNullIsForgottenAndTheRestStays() {
        customers.put(Drafts.with("forget-1", of("t_income", "1200", "t_plan", "gold")), "crm", "crm");
        Map<String, Object> removal = new HashMap<>();
        removal.put("t_income", null);

        customers.put(Drafts.with("forget-1", removal), "crm", "crm");

        CustomerContext context = context("forget-1");
        assertThat(context.attributes()).containsOnlyKeys("t_plan", "dissatisfaction");
        assertThat(context.displayName()).isEqualTo("forget-1");
    }

    @Test
    void aSourceEndsOnlyTheStatesItBegan() {
        customers.put(Drafts.in("states-1", CustomerState.HARDSHIP, CustomerState.DISPUTE), "crm", "crm");
        customers.beginState(id("states-1"), CustomerState.VULNERABILITY, "told on the phone", "agent");

        customers.put(Drafts.in("states-1", CustomerState.DISPUTE), "crm", "crm");

        assertThat(context("states-1").activeStates())
                .containsExactlyInAnyOrder(CustomerState.DISPUTE, CustomerState.VULNERABILITY);
        assertThat(context("states-1").endedStates()).containsOnlyKeys(CustomerState.HARDSHIP);
    }

    @Test
    void aStateBeginsOnceEndsOnceAndIsAudited() {
        customers.put(Drafts.named("state-2", "State Two"), "crm", "system");
        CustomerId id = id("state-2");
        events.clear();

        customers.beginState(id, CustomerState.HARDSHIP, null, "agent");
        customers.beginState(id, CustomerState.HARDSHIP, null, "agent2");
        assertThat(context("state-2").activeStates()).containsExactly(CustomerState.HARDSHIP);
        customers.endState(id, CustomerState.HARDSHIP, "agent");
        customers.endState(id, CustomerState.HARDSHIP, "agent");

        assertThat(context("state-2").activeStates()).isEmpty();
        assertThat(events.stream(AuditedEvent.class))
                .extracting(AuditedEvent::what)
                .containsExactly("state.began", "state.ended");
        assertThat(events.stream(CustomerChanged.class)).hasSize(2);
    }

    @Test
    void sameSignalTwiceCountsOnce() {
        customers.put(Drafts.named("signal-1", "Signal One"), "crm", "system");
        Instant at = Instant.now().minusSeconds(60);
        events.clear();

        assertThat(customers.receive("signal-1", "attune.signal.outage", "net", "s1", at, of()))
                .isTrue();
        assertThat(customers.receive("signal-1", "outage", "net", "s1", at, of()))
                .isFalse();
        assertThat(customers.receive("signal-1", "outage", "other", "s1", at, of()))
                .isTrue();

        assertThat(context("signal-1").signalCount()).containsEntry("outage", 2L);
        assertThat(events.stream(SignalReceived.class)).hasSize(2);
    }

    @Test
    void manyAtOnceStillCountOnce() throws Exception {
        customers.put(Drafts.named("signal-2", "Signal Two"), "crm", "system");
        Instant at = Instant.now().minusSeconds(60);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String event = "race-" + i % 20;
            calls.add(() -> customers.receive("signal-2", "outage", "net", event, at, of()));
        }

        int taken = 0;
        try (var desks = Executors.newFixedThreadPool(10)) {
            for (var each : desks.invokeAll(calls)) {
                taken += each.get() ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(20);
        assertThat(context("signal-2").signals()).hasSize(20);
    }

    @Test
    void aSignalThatCannotBeUnderstoodIsRefused() {
        customers.put(Drafts.named("signal-3", "Signal Three"), "crm", "system");
        Instant now = Instant.now();

        assertThatThrownBy(() -> customers.receive("signal-3", "Bill Missed", "x", "1", now, of()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("such as bill-missed");
        assertThatThrownBy(() -> customers.receive("signal-3", "outage", "x", "1", now, of("a", "b".repeat(5000))))
                .hasMessageContaining("4096 bytes");
        assertThatThrownBy(() -> customers.receive("nobody-at-all", "outage", "x", "1", now, of()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void arrearsAreDerivedFromMissedBills() {
        customers.put(Drafts.named("arrears-1", "Arrears One"), "crm", "system");
        Instant at = Instant.now();
        customers.receive("arrears-1", "bill-missed", "billing", "arrears-1-a", at.minus(Duration.ofDays(40)), of());
        assertThat(context("arrears-1").activeStates()).isEmpty();

        customers.receive("arrears-1", "bill-missed", "billing", "arrears-1-b", at.minus(Duration.ofDays(9)), of());

        StateFact arrears = context("arrears-1").states().getFirst();
        assertThat(arrears.state()).isEqualTo(CustomerState.ARREARS);
        assertThat(arrears.source()).isEqualTo("derived");
        assertThat(arrears.since()).isCloseTo(at.minus(Duration.ofDays(9)), within(Duration.ofSeconds(1)));
        assertThat(context("arrears-1").value("hardship_likely")).isEqualTo(true);
    }

    @Test
    void arrearsToldInDaysProtectAndTheirEndIsRemembered() {
        customers.put(Drafts.with("arrears-2", of("arrears_days", 12)), "billing", "system");
        assertThat(context("arrears-2").activeStates()).containsExactly(CustomerState.ARREARS);

        customers.put(Drafts.with("arrears-2", of("arrears_days", 0)), "billing", "system");

        assertThat(context("arrears-2").activeStates()).isEmpty();
        assertThat(context("arrears-2").endedStates()).containsOnlyKeys(CustomerState.ARREARS);
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(
                duration.toSeconds(), java.time.temporal.ChronoUnit.SECONDS);
    }

    private static CustomerDraft full(String ref) {
        return new CustomerDraft(
                ref,
                "Whole Customer",
                Language.EN,
                List.of("06 12 34 56 78", "+44 20 7946 0000"),
                of("t_income", "2400.50", "t_plan", "gold", "t_fibre", "yes", "t_until", "2026-12-31"),
                of("sales_calls", false),
                of("tone", "gentle"),
                List.of(new Holding("fibre", LocalDate.of(2024, 3, 1), "Fibre 1 Gb/s")),
                List.of(new CustomerDraft.StateDraft(
                        CustomerState.BEREAVEMENT, Instant.parse("2026-11-01T08:00:00.123456789Z"), null, "husband")));
    }

    private List<String> found(String query) {
        return customers.find(query, 10).stream().map(CustomerSummary::ref).toList();
    }

    private CustomerId id(String ref) {
        return Objects.requireNonNull(customers.idOf(ref));
    }

    private CustomerContext context(String ref) {
        return customers.context(id(ref), Instant.now());
    }

    private String row(String ref) {
        return jdbc.sql(
                        "SELECT c::text || (SELECT string_agg(s::text, ';') FROM customer_state s WHERE s.customer = c.id)"
                                + " FROM customer_customer c WHERE ref = ?")
                .param(ref)
                .query(String.class)
                .single();
    }
}
