package org.attune.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.attune.AttuneTest;
import org.attune.audit.AuditEntry;
import org.attune.audit.AuditTrail;
import org.attune.customer.Customers;
import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.kernel.StaleException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of wrap-up: their defaults, what is refused, and two admins at once. */
@AttuneTest
class WrapUpRulesTest {
    @Autowired
    WrapUpRules rules;

    @Autowired
    WrapUps wrapUps;

    @Autowired
    Customers customers;

    @Autowired
    AuditTrail trail;

    private static WrapUpCode code(String key, String en) {
        return new WrapUpCode(key, LocalText.same(en), Set.of());
    }

    private static List<String> places(WrapUpRule rule) {
        return rule.problems().stream().map(Problem::place).toList();
    }

    @Test
    void visitsOfABranchHaveARuleOfTheirOwn() {
        assertThat(wrapUps.rule(WrapUpBed.visit(WrapUpBed.customer(customers))).queue())
                .isEqualTo(WrapUpRule.BRANCH);
    }

    @Test
    void aQueueWithoutARuleAsksNothing() {
        assertThat(rules.of(WrapUpBed.name("unknown")).mode()).isEqualTo(WrapUpMode.NONE);
        assertThat(rules.all().getFirst().queue()).isEmpty();
    }

    @Test
    void theNameOfAQueueIsReadAsTheTelephoneSystemWritesIt() {
        String queue = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        assertThat(rules.of(" " + queue.toUpperCase(java.util.Locale.ROOT) + " ")
                        .mode())
                .isEqualTo(WrapUpMode.REQUIRED);
    }

    @Test
    void badInputIsNamedAtItsPlace() {
        WrapUpRule good = WrapUpBed.rule("q", WrapUpMode.TIMED);
        assertThat(good.problems()).isEmpty();
        assertThat(places(new WrapUpRule("q", WrapUpMode.TIMED, 9, good.codes(), good.timeout())))
                .containsExactly("seconds");
        assertThat(places(new WrapUpRule("q", WrapUpMode.TIMED, 3601, good.codes(), good.timeout())))
                .containsExactly("seconds");
        assertThat(places(new WrapUpRule("q".repeat(81), WrapUpMode.REQUIRED, 0, List.of(), good.timeout())))
                .containsExactly("queue", "codes");
        List<WrapUpCode> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(code("c" + i, "Code"));
        }
        assertThat(places(new WrapUpRule("q", WrapUpMode.OPTIONAL, 0, ten, good.timeout())))
                .containsExactly("codes");
        assertThat(places(new WrapUpRule(
                        "q",
                        WrapUpMode.OPTIONAL,
                        0,
                        List.of(
                                code("a", ""),
                                code("b", "x".repeat(61)),
                                code("c", "4111 1111 1111 1111"),
                                code("d", "Twice"),
                                code("d", "Twice"),
                                code("late", "Of the system")),
                        good.timeout())))
                .containsExactly("codes[0]", "codes[1]", "codes[2]", "codes[4]", "codes[5]");
        assertThatThrownBy(() -> rules.save(null, WrapUpBed.rule(" ", WrapUpMode.REQUIRED), "test"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("queue");
        String taken = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        assertThatThrownBy(() -> rules.save(null, WrapUpBed.rule(taken, WrapUpMode.REQUIRED), "test"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("queue");
    }

    @Test
    void theWeightiestThingThatHappenedProposesTheCode() {
        WrapUpRule rule = WrapUpBed.rule("q", WrapUpMode.REQUIRED);
        assertThat(rule.proposed(Set.of(WrapUpHint.DECLINED, WrapUpHint.ACCEPTED)))
                .isEqualTo(rule.codes().getFirst());
        assertThat(rule.proposed(Set.of(WrapUpHint.NOTHING)))
                .isEqualTo(rule.codes().get(1));
        assertThat(rule.proposed(Set.of(WrapUpHint.CARE)))
                .as("none fits: the first")
                .isEqualTo(rule.codes().getFirst());
    }

    @Test
    void ofTwoAdminsNobodyOverwritesTheOther() throws Exception {
        String queue = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        WrapUpRule base = rules.own(queue).orElseThrow();
        List<Callable<Boolean>> edits = List.of(
                () -> saved(base, WrapUpBed.rule(queue, WrapUpMode.TIMED)),
                () -> saved(base, WrapUpBed.rule(queue, WrapUpMode.OPTIONAL)));
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        List<Boolean> done =
                WrapUpBed.atOnce(2, () -> edits.get(next.getAndIncrement()).call());
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThatThrownBy(() -> rules.remove(base, "test")).isInstanceOf(StaleException.class);
    }

    private boolean saved(WrapUpRule base, WrapUpRule rule) {
        try {
            rules.save(base, rule, "test");
            return true;
        } catch (StaleException e) {
            return false;
        }
    }

    @Test
    void whoChangedWhatIsInTheTrail() {
        String queue = WrapUpBed.queue(rules, WrapUpMode.REQUIRED);
        WrapUpRule before = rules.own(queue).orElseThrow();
        rules.save(before, WrapUpBed.rule(queue, WrapUpMode.TIMED), "noor");
        rules.remove(rules.own(queue).orElseThrow(), "noor");
        List<AuditEntry> lines = trail.latest(queue, "wrap-up", 0, 50).stream()
                .filter(each -> each.key().equals(queue))
                .toList();
        assertThat(lines)
                .extracting(AuditEntry::what)
                .containsExactly("wrap-up.removed", "wrap-up.edited", "wrap-up.edited");
        assertThat(lines.get(1).who()).isEqualTo("noor");
        assertThat(lines.get(1).before()).contains("REQUIRED");
        assertThat(lines.get(1).after()).contains("TIMED");
    }
}
