package org.attune.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.access.Role;
import org.attune.care.Arrangement;
import org.attune.care.Arrangements;
import org.attune.care.CareCases;
import org.attune.care.CaseKind;
import org.attune.care.engine.SlaClock;
import org.attune.catalog.Action;
import org.attune.catalog.Engagement;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Customers;
import org.attune.history.History;
import org.attune.history.Reports;
import org.attune.history.SaidSentence;
import org.attune.interaction.Notes;
import org.attune.interaction.PastConversation;
import org.attune.interaction.PastConversations;
import org.attune.interaction.Reader;
import org.attune.kernel.LocalText;
import org.attune.kernel.Outcome;
import org.attune.policy.RuleCompiler;
import org.attune.policy.Shield;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The demo content after a first start. */
@AttuneTest
class DemoSeedTest {
    @Autowired
    DemoSeed seed;

    @Autowired
    Strategies strategies;

    @Autowired
    Attributes attributes;

    @Autowired
    Customers customers;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    @Autowired
    SeedMarks marks;

    @Autowired
    PersonWriter writer;

    @Autowired
    CareCases cases;

    @Autowired
    CareSeed care;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Arrangements arrangements;

    @Autowired
    PastConversations conversations;

    @Autowired
    Notes notes;

    @Autowired
    Reports reports;

    @Test
    void seedingTwiceChangesNothing() {
        Map<String, Long> before = rows();
        long revision = strategies.revision();
        seed.load();
        assertThat(rows()).isEqualTo(before);
        assertThat(strategies.revision()).isEqualTo(revision);
    }

    @Test
    void aLoadThatIsCutShortLeavesNothingBehindAndIsMadeUpFor() {
        DemoPerson somebody = new Population(5, zone).next("C-cut-short", 1, clock.instant());
        Runnable broken = () -> {
            writer.write(somebody);
            throw new IllegalStateException("the lights went out");
        };
        assertThatThrownBy(() -> marks.once("cut-short", 1, broken)).hasMessage("the lights went out");
        assertThat(customers.idOf("C-cut-short")).isNull();
        assertThat(marks.once("cut-short", 1, () -> writer.write(somebody))).isTrue();
        assertThat(customers.idOf("C-cut-short")).isNotNull();
        assertThat(marks.once("cut-short", 1, broken)).isFalse();
    }

    @Test
    void threeHundredCustomersAmongThemProtectedOnes() {
        List<CustomerContext> everyone = demoCustomers();
        assertThat(everyone).hasSize(DemoSeed.CUSTOMERS);
        List<CustomerContext> guarded = everyone.stream().filter(Shield::guards).toList();
        assertThat(guarded).hasSizeBetween(30, 60);
        Set<CustomerState> states =
                guarded.stream().flatMap(each -> each.activeStates().stream()).collect(Collectors.toSet());
        assertThat(states).containsExactlyInAnyOrder(CustomerState.values());
        assertThat(everyone.stream().map(CustomerContext::displayName).distinct())
                .hasSizeGreaterThan(280);
        assertThat(everyone.stream().flatMap(each -> each.phones().stream())).doesNotHaveDuplicates();
        Set<String> keys = attributes().stream().map(AttributeDefinition::key).collect(Collectors.toSet());
        assertThat(everyone).allSatisfy(each -> {
            assertThat(each.attributes().keySet()).as(each.ref()).containsAll(keys);
            assertThat(each.phones()).isNotEmpty();
        });
    }

    @Test
    void factsOfInventedCustomersFitTogether() {
        assertThat(demoCustomers().stream().filter(each -> each.ref().compareTo("C-100020") > 0))
                .allSatisfy(each -> {
                    assertThat(each.signals()).as(each.ref()).hasSizeBetween(2, 6);
                    Set<String> holdings =
                            each.holdings().stream().map(h -> h.product()).collect(Collectors.toSet());
                    assertThat(each.value("has_mobile"))
                            .isEqualTo(holdings.stream().anyMatch(p -> p.matches("mobile-(40|100|family)")));
                    assertThat(each.value("has_home_internet"))
                            .isEqualTo(holdings.contains("fibre") || holdings.contains("fibre-pro"));
                    assertThat(each.value("has_current_account")).isEqualTo(holdings.contains("current-account"));
                    assertThat(each.value("has_savings")).isEqualTo(holdings.contains("savings-account"));
                    assertThat(number(each, "bill_amount")).isGreaterThanOrEqualTo(number(each, "plan_price"));
                    assertThat(number(each, "arrears_days") > 0 && number(each, "amount_owed") == 0)
                            .isFalse();
                    if (!Shield.guards(each)) {
                        assertThat(number(each, "arrears_days")).isLessThan(5);
                    }
                });
    }

    @Test
    void everySeedRuleTypeChecks() {
        RuleCompiler compiler = new RuleCompiler(attributes.dictionary());
        StrategyDocument document = catalog().strategy();
        List<Engagement> all = new ArrayList<>();
        document.issues().stream().map(Issue::engagement).forEach(all::add);
        document.groups().stream().map(Group::engagement).forEach(all::add);
        document.actions().stream().map(Action::engagement).forEach(all::add);
        assertThat(all.stream().flatMap(e -> List.of(e.eligibility(), e.applicability(), e.suitability()).stream()))
                .allSatisfy(rule -> assertThat(compiler.check(rule)).as(rule).isEmpty());
        assertThat(strategies.validate(document)).isEmpty();
    }

    @Test
    void catalogHasEightIssuesAndAtLeastThirtyActions() {
        StrategyDocument document = catalog().strategy();
        assertThat(document.issues().stream().map(Issue::key))
                .containsExactlyInAnyOrder(
                        "hardship", "collections", "retention", "service", "nurture", "information", "sales", "risk");
        assertThat(document.actions()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(document.actions()).allSatisfy(action -> {
            assertThat(bothLanguages(action.title())).as(action.key()).isTrue();
            assertThat(action.treatments()).isNotEmpty().allMatch(each -> bothLanguages(each.script()));
            String issue = document.catalog().issueOf(action).key();
            if (Set.of("hardship", "collections", "retention").contains(issue)) {
                assertThat(action.treatments().stream().map(each -> each.tone().key()))
                        .contains("gentle", "neutral", "direct");
            }
        });
        assertThat(document.contactPolicy()).isNotEmpty();
        assertThat(document.arbitration().contextWeights()).isNotEmpty();
    }

    @Test
    void hiddenPreferencesSpeakOfEveryActionAndOfNoOther() {
        StrategyDocument document = catalog().strategy();
        HiddenPreferences preferences = HiddenPreferences.load();
        assertThat(document.actions()).allMatch(each -> preferences.knows(each.key()));
    }

    @Test
    void thePastLeavesRoomToLearnAndNeverSoldToAProtectedCustomer() {
        Map<String, Long> perAction = new TreeMap<>();
        Set<String> sales = catalog().strategy().actions().stream()
                .filter(each -> Shield.sells(
                        each, catalog().strategy().catalog().issueOf(each).key()))
                .map(Action::key)
                .collect(Collectors.toSet());
        long total = 0;
        for (CustomerContext each : demoCustomers()) {
            for (var entry : history.timeline(each.id(), 100)) {
                if (!entry.who().equals("import")) {
                    continue;
                }
                total++;
                perAction.merge(entry.action(), 1L, Long::sum);
                assertThat(entry.at()).isBefore(clock.instant());
                if (Shield.guards(each) && each.ref().compareTo("C-100020") > 0) {
                    assertThat(sales).as(each.ref()).doesNotContain(entry.action());
                }
                if (entry.outcome() == Outcome.DECLINED) {
                    assertThat(entry.reason()).isNotNull();
                }
            }
        }
        assertThat(total).isBetween(1_500L, 3_000L);
        assertThat(perAction.values().stream().filter(count -> count <= 12)).hasSizeGreaterThan(20);
        assertThat(perAction.values().stream().filter(count -> count >= 30)).hasSizeGreaterThan(15);
    }

    /** Written anew and taken back: other tests let the time of arrangements pass. */
    @Test
    void careHasSomethingOfEveryStateALateClockAndPlansThatWaitForASecondPerson() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            List.of("care_instalment", "care_payment", "care_arrangement", "care_budget", "care_case", "care_referral")
                    .forEach(table -> jdbc.sql("DELETE FROM " + table).update());
            care.write(clock.instant());
            everyKindOfCare();
        });
    }

    private void everyKindOfCare() {
        Map<CaseKind, Long> kinds = new EnumMap<>(CaseKind.class);
        Set<Arrangement.State> states = EnumSet.noneOf(Arrangement.State.class);
        Set<SlaClock.Standing> standings = EnumSet.noneOf(SlaClock.Standing.class);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (CustomerContext each : demoCustomers()) {
            cases.open(each.id(), Role.SUPERVISOR).forEach(open -> {
                kinds.merge(open.kind(), 1L, Long::sum);
                assertThat(each.activeStates())
                        .as(each.ref())
                        .contains(open.kind().state());
                open.clocks().forEach(one -> standings.add(one.on(today)));
            });
            arrangements.of(each.id()).forEach(one -> {
                states.add(one.state());
                fits(each, one);
                if (one.state().runs()) {
                    assertThat(each.activeStates()).as(each.ref()).contains(CustomerState.ARRANGEMENT);
                    assertThat(one.payments().stream()
                                    .filter(Arrangement.Expected::open)
                                    .noneMatch(due -> due.due().isBefore(today)))
                            .as("%s has nothing late that nobody counted", each.ref())
                            .isTrue();
                }
            });
        }
        assertThat(kinds).containsOnlyKeys(CaseKind.values());
        assertThat(states).containsExactlyInAnyOrder(Arrangement.State.values());
        assertThat(standings).contains(SlaClock.Standing.LATE, SlaClock.Standing.MET);
        assertThat(arrangements.waiting())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(one -> !one.beyond().isEmpty());
    }

    /** What was agreed on is what the customer owes by the facts, to the cent. */
    private static void fits(CustomerContext customer, Arrangement plan) {
        long owed = Math.round(number(customer, "amount_owed") * 100);
        String who = customer.ref() + " " + plan.state();
        if (plan.state() == Arrangement.State.COMPLETED) {
            assertThat(plan.paid()).as(who).isEqualTo(plan.arrears());
            assertThat(plan.arrears()).as(who).isLessThanOrEqualTo(Math.round(number(customer, "bill_amount") * 600));
        } else {
            assertThat(plan.arrears() - plan.paid()).as(who).isEqualTo(owed);
        }
    }

    @Test
    void conversationsOfTheLastDaysHaveCodesSummariesNotesAndWhatWasSaidWordForWord() {
        int notes = 0;
        int talks = 0;
        int said = 0;
        Reader supervisor = new Reader("supervisor", Role.SUPERVISOR, null);
        for (CustomerContext each : demoCustomers()) {
            for (PastConversation past : conversations.of(each.id(), 20)) {
                if (!interactionSource(past).equals("demo")) {
                    continue;
                }
                talks++;
                assertThat(past.closedAt()).isBefore(clock.instant()).isAfter(past.openedAt());
                assertThat(past.summary()).as(each.ref()).isNotNull();
                notes += this.notes.of(past.id(), supervisor).size();
                for (SaidSentence sentence : history.saidIn(past.id(), each.id())) {
                    said++;
                    assertThat(sentence.sentence().at()).isBetween(past.openedAt(), past.closedAt());
                }
            }
        }
        assertThat(talks).isBetween(40, 200);
        assertThat(notes).isGreaterThanOrEqualTo(8);
        assertThat(said).isPositive();
        assertThat(conversations.codes(clock.instant().minus(Duration.ofDays(7))))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(reports.latest(null, false, 100)).isNotEmpty();
    }

    private String interactionSource(PastConversation past) {
        return jdbc.sql("SELECT source FROM interaction_interaction WHERE id = ?")
                .param(past.id().value())
                .query(String.class)
                .single();
    }

    private List<CustomerContext> demoCustomers() {
        List<String> refs =
                IntStream.range(0, DemoSeed.CUSTOMERS).mapToObj(DemoSeed::ref).toList();
        return List.copyOf(customers.contexts(refs, clock.instant()).values());
    }

    private List<AttributeDefinition> attributes() {
        return catalog().attributes();
    }

    private static StarterCatalog catalog() {
        return new StarterCatalog(JsonMapper.shared());
    }

    private static boolean bothLanguages(LocalText text) {
        return !text.en().isBlank() && !text.fr().isBlank() && !text.en().equals(text.fr());
    }

    private static double number(CustomerContext customer, String attribute) {
        return customer.value(attribute) instanceof Double value ? value : Double.NaN;
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : List.of(
                "customer_customer",
                "customer_state",
                "care_case",
                "care_arrangement",
                "customer_signal",
                "customer_attribute",
                "strategy_revision")) {
            rows.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        rows.put(
                "imported answers",
                jdbc.sql("SELECT count(*) FROM history_decision WHERE import_key LIKE 'demo-C-%'")
                        .query(Long.class)
                        .single());
        return rows;
    }
}
