package org.attune.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.audit.AuditTrail;
import org.attune.catalog.Action;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.demo.LiveDemo;
import org.attune.demo.SimulatedAnswer;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.history.History;
import org.attune.history.OutcomeRecorded;
import org.attune.kernel.Channel;
import org.attune.kernel.InvalidException;
import org.attune.kernel.Outcome;
import org.attune.kernel.Tone;
import org.attune.policy.Shield;
import org.attune.strategy.LiveStrategy;
import org.attune.ui.News;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo as people see it, on a database of its own because it teaches the models a lot. */
@Tag("own-jvm")
@AttuneTest(properties = "attune.demo.live=false")
class LiveDemoScenarioTest {
    @Autowired
    Colleagues colleagues;

    @Autowired
    LiveDemo live;

    @Autowired
    Decisions decisions;

    @Autowired
    Customers customers;

    @Autowired
    History history;

    @Autowired
    Figures figures;

    @Autowired
    LiveStrategy strategy;

    @Autowired
    Clock clock;

    @Autowired
    News news;

    @Autowired
    AuditTrail audit;

    private final HiddenPreferences preferences = HiddenPreferences.load();

    @Test
    void supervisorSeesLearningHappen() {
        int calls = 2_400;
        int part = calls / 4;
        List<Colleagues.Call> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(colleagues.takeOne());
        }
        List<Colleagues.Call> first = all.subList(0, part);
        List<Colleagues.Call> last = all.subList(calls - part, calls);
        System.out.printf(
                "Acceptance of what was said: first %d calls %.3f, last %d calls %.3f; of what stands first: %.3f, %.3f;"
                        + " hidden preferences told apart: %.3f, %.3f%n",
                part,
                accepted(first),
                part,
                accepted(last),
                worthOfTheFirst(first),
                worthOfTheFirst(last),
                concordance(first),
                concordance(last));
        assertThat(worthOfTheFirst(last)).isGreaterThan(worthOfTheFirst(first) + 0.03);
        assertThat(concordance(last)).isGreaterThan(0.66).isGreaterThan(concordance(first));
    }

    @Test
    void aProtectedDemoCustomerIsNeverOfferedASale() {
        List<CustomerContext> guarded =
                demoCustomers().stream().filter(Shield::guards).toList();
        assertThat(guarded).hasSizeGreaterThan(30);
        for (CustomerContext each : guarded) {
            for (String reason : List.of("", "upgrade", "billing", "information", "payment", "moving", "travel")) {
                assertThat(decide(each, reason).recommendations())
                        .as(each.ref())
                        .noneMatch(this::sells);
            }
        }
    }

    @Test
    void nearlyEverybodyStillHasSomethingToBeProposed() {
        Chance chance = new Chance(new Random(3));
        List<Integer> proposals = new ArrayList<>();
        for (CustomerContext each : demoCustomers()) {
            if (!Shield.guards(each)) {
                proposals.add(decide(each, preferences.reasonOfCall(each, chance))
                        .recommendations()
                        .size());
            }
        }
        System.out.println(
                "Proposals " + proposals.stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())));
        assertThat(proposals.stream().filter(each -> each >= 2).count()).isGreaterThan(proposals.size() * 9L / 10);
    }

    @Test
    void thePastIsSeenAsTheModelsSeeThePresent() {
        CustomerContext customer =
                customers.contexts(List.of("C-100042"), clock.instant()).get("C-100042");
        Decision decision = decide(customer, "billing");
        Map<String, Object> now = history.decision(decision.id()).situation();
        List<Map<String, Object>> past = history.timeline(customer.id(), 50).stream()
                .filter(each -> each.who().equals("import"))
                .map(each -> history.decision(each.decision()).situation())
                .toList();
        assertThat(past).isNotEmpty();
        assertThat(past.getFirst().keySet()).containsExactlyInAnyOrderElementsOf(now.keySet());
    }

    @Test
    void theInsightPageIsAliveAtTheFirstLook() {
        var rows = figures.actions(new FigureFilter(null, null, null, java.time.ZoneId.of("Europe/Paris")));
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows.stream().mapToLong(each -> each.accepted()).sum()).isGreaterThan(500);
        assertThat(rows.stream().mapToLong(each -> each.declined()).sum()).isGreaterThan(200);
    }

    @Test
    void aSupervisorSwitchesTheLiveDemoOnAndOff() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(3);
        Registration listening = news.listen(OutcomeRecorded.class, each -> answers.countDown());
        live.setPace(LiveDemo.FASTEST);
        live.switchTo(true, "supervisor");
        assertThat(live.isOn()).isTrue();
        assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
        live.switchTo(false, "supervisor");
        listening.remove();
        assertThat(live.isOn()).isFalse();
        assertThat(live.calls()).isPositive();
        assertThat(audit.latest("demo.started", null, 0, 5)).isNotEmpty();
        assertThatThrownBy(() -> live.setPace(21)).isInstanceOf(InvalidException.class);
    }

    @Test
    void aDemoCustomerAnswersTheSameQuestionTheSameWay() {
        CustomerContext camille =
                customers.contexts(List.of("C-100001"), clock.instant()).get("C-100001");
        SimulatedAnswer answer =
                live.wouldSay(camille.id(), "payment", "payment-pause", null).orElseThrow();
        assertThat(live.wouldSay(camille.id(), "payment", "payment-pause", null))
                .contains(answer);
        assertThat(answer.outcome()).isIn(Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NOT_NOW, Outcome.NOT_OFFERED);
        assertThat(live.wouldSay(camille.id(), "payment", "no-such-action", null))
                .isEmpty();
    }

    private Decision decide(CustomerContext customer, String reason) {
        return decisions.decide(DecisionRequest.of(customer.id(), Channel.CALL_CENTER, reason));
    }

    private boolean sells(Recommendation each) {
        Action action = strategy.current().document().catalog().action(each.action());
        return action != null && Shield.sells(action, each.issue());
    }

    private List<CustomerContext> demoCustomers() {
        List<String> refs =
                IntStream.range(0, DemoSeed.CUSTOMERS).mapToObj(DemoSeed::ref).toList();
        return List.copyOf(customers.contexts(refs, clock.instant()).values());
    }

    /** Mean hidden probability that the customer accepts what stands at the top of the list. */
    private double worthOfTheFirst(List<Colleagues.Call> calls) {
        return calls.stream()
                .filter(each -> !each.decision().recommendations().isEmpty())
                .mapToDouble(each -> {
                    Recommendation first = each.decision().recommendations().getFirst();
                    return preferences.acceptance(
                            each.customer(),
                            each.reason(),
                            first.action(),
                            first.treatment() == null ? null : first.treatment().tone());
                })
                .average()
                .orElseThrow();
    }

    /** Share accepted of what was said to the customer. */
    private static double accepted(List<Colleagues.Call> calls) {
        List<Colleagues.Call> said = calls.stream()
                .filter(each -> !each.action().equals(Decisions.NONE))
                .filter(each -> each.answer().outcome() != Outcome.NOT_OFFERED)
                .toList();
        return said.stream()
                        .filter(each -> each.answer().outcome() == Outcome.ACCEPTED)
                        .count()
                / (double) said.size();
    }

    /** Of two proposals shown, how often the one that customers like better was given the higher propensity; 0.5 by chance. */
    private double concordance(List<Colleagues.Call> calls) {
        List<double[]> shown = new ArrayList<>();
        for (Colleagues.Call call : calls) {
            for (Recommendation each : call.decision().recommendations()) {
                Tone tone = each.treatment() == null ? null : each.treatment().tone();
                shown.add(new double[] {
                    each.propensity(), preferences.acceptance(call.customer(), call.reason(), each.action(), tone)
                });
            }
        }
        double right = 0;
        double pairs = 0;
        for (double[] a : shown) {
            for (double[] b : shown) {
                if (a[1] > b[1]) {
                    pairs++;
                    right += a[0] > b[0] ? 1 : a[0] == b[0] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
