package org.attune.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.kernel.Channel;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Language;
import org.attune.kernel.LocalText;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.Persona;
import org.attune.strategy.Persona.Expectation;
import org.attune.strategy.Persona.Kind;
import org.attune.strategy.RevisionState;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personas as tests of a strategy. */
@AttuneTest
class PersonasTest {
    @Autowired
    Personas personas;

    @Autowired
    Strategies strategies;

    @Autowired
    ChangeRequests requests;

    @Autowired
    LiveStrategy live;

    @Autowired
    JdbcClient jdbc;

    private StrategyDocument before = StrategyDocument.EMPTY;

    @BeforeEach
    void remember() {
        before = strategies.document();
    }

    @AfterEach
    void putBack() {
        strategies.publish(before, "put back", "test");
    }

    private static Persona persona(Kind kind, List<String> actions, List<String> issues) {
        return new Persona(
                "test-persona",
                LocalText.same("Test persona"),
                new Persona.Customer(
                        Language.EN,
                        Map.of("arrears_days", 34, "amount_owed", 90, "bills_missed_6m", 2, "has_mobile", true),
                        List.of(),
                        List.of(new Persona.State(org.attune.customer.CustomerState.HARDSHIP, 10, null)),
                        List.of(new Persona.Signal("asked-to-pay-later", 0)),
                        Map.of(),
                        Map.of(),
                        List.of()),
                Channel.CALL_CENTER,
                "payment",
                List.of(new Expectation(kind, actions, issues, null, LocalText.same("It matters"))));
    }

    private StrategyDocument with(Persona persona) {
        List<Persona> all = new ArrayList<>(before.personas());
        all.add(persona);
        return before.withPersonas(all);
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from history_decision) + (select count(*) from customer_customer)"
                        + " + (select count(*) from strategy_revision)")
                .query(Long.class)
                .single();
    }

    @Test
    void theSeededPersonasPass() {
        assertThat(before.personas()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(personas.problems(live.current())).isEmpty();
    }

    @Test
    void runningThemWritesNothing() {
        long rows = rows();
        personas.run(live.current());
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aFailingPersonaBlocksPublishingAndSaysWhatCameOutInsteadAndWhy() {
        long draft = requests.draft(
                        with(persona(Kind.NEVER, List.of("payment-pause"), List.of())),
                        strategies.revision(),
                        "",
                        "ana")
                .number();

        InvalidException refused =
                catchThrowableOfType(InvalidException.class, () -> requests.publish(draft, "", "ana"));

        assertThat(refused.problems()).as(refused.getMessage()).hasSize(1);
        assertThat(refused.problems().getFirst().place()).isEqualTo("personas[test-persona].expect[0]");
        assertThat(refused.problems().getFirst().message())
                .contains("Test persona", "never payment-pause", "Pause of payments", "It matters");
        assertThat(refused.problems().getFirst().message(Language.FR)).contains("attend", "Pourquoi");
        assertThat(requests.info(draft).state()).isEqualTo(RevisionState.DRAFT);
    }

    @Test
    void whatWasExpectedAndDidNotComeSaysWhereItWasStopped() {
        Persona persona = persona(Kind.FIRST, List.of("fibre-home"), List.of());

        PersonaResult result = personas.run(persona, live.current());

        assertThat(result.passed()).isFalse();
        assertThat(result.checks().getFirst().found().en()).contains("First came", "'fibre-home' was stopped at");
    }

    @Test
    void nothingExpectedMeansTheAdviceIsToListen() {
        StrategyDocument silent = before.with(new Catalog(
                before.issues().stream().map(i -> i.paused(true)).toList(), before.groups(), before.actions()));

        PersonaResult result =
                personas.run(persona(Kind.NOTHING, List.of(), List.of()), strategies.compiled(1, silent));

        assertThat(result.passed()).isTrue();
    }

    @Test
    void aSmallEditThatBreaksAPersonaIsRefusedButTheKillSwitchNever() {
        Persona wants = persona(Kind.AMONG, List.of("payment-pause"), List.of());
        strategies.publish(with(wants), "with persona", "test");
        Action pause = Objects.requireNonNull(before.catalog().action("payment-pause"));
        Action never = new org.attune.catalog.Action(
                pause.key(),
                pause.group(),
                pause.nature(),
                pause.title(),
                pause.benefit(),
                pause.minutes(),
                pause.companyValue(),
                pause.customerValue(),
                pause.cost(),
                pause.priceDelta(),
                pause.channels(),
                java.time.LocalDate.of(2030, 1, 1),
                null,
                pause.startingPropensity(),
                pause.actionClass(),
                pause.paused(),
                pause.lever(),
                pause.engagement(),
                pause.treatments(),
                pause.members());

        assertThat(catchThrowableOfType(InvalidException.class, () -> strategies.edit(pause, never, "ana"))
                        .problems())
                .extracting(each -> each.place())
                .contains("personas[test-persona].expect[0]");
        strategies.pause("payment-pause", true, "ana");

        Action other = before.actions().stream()
                .filter(each -> each.key().equals("app-tour"))
                .findFirst()
                .orElseThrow();
        strategies.edit(
                Objects.requireNonNull(strategies.document().catalog().action(other.key())),
                other.paused(true),
                "ana"); // an edit does not answer for what the kill switch broke
        assertThat(Objects.requireNonNull(strategies.document().catalog().action("payment-pause"))
                        .paused())
                .isTrue();
    }
}
