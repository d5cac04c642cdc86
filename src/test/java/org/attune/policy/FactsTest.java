package org.attune.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.customer.AttributeValue;
import org.attune.customer.CustomerContext;
import org.attune.customer.CustomerState;
import org.attune.customer.Holding;
import org.attune.customer.SignalFact;
import org.attune.customer.StateFact;
import org.attune.history.PastOffer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Language;
import org.attune.kernel.Outcome;
import org.junit.jupiter.api.Test;

/** What rules see of a customer at one moment. */
class FactsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final RuleCompiler compiler = new RuleCompiler(RandomRules.DICTIONARY);

    private final CustomerContext customer = new CustomerContext(
            new CustomerId(new UUID(1, 1)),
            NOW,
            "C-1",
            "Robin",
            Language.FR,
            List.of(),
            Map.of("arrears_days", new AttributeValue(12.0, NOW, "billing")),
            Map.of("sales_calls", false),
            Map.of("tone", "gentle"),
            List.of(new Holding("mobile", null, null)),
            List.of(new StateFact(CustomerState.ARREARS, NOW.minus(Duration.ofDays(3)), null, "billing", null)),
            List.of(
                    signal("bill-missed", 2),
                    signal("bill-missed", 35),
                    signal("bill-missed", 100),
                    signal("outage", 95)));

    private final List<PastOffer> past = List.of(
            offer("new-phone", "sales", Outcome.DECLINED, 4),
            offer("new-phone", "sales", Outcome.DECLINED, 29),
            offer("new-phone", "sales", Outcome.DECLINED, 30),
            offer("pay-later", "hardship", Outcome.ACCEPTED, 89),
            offer("pay-later", "hardship", Outcome.FULFILLED, 10),
            offer("pay-later", "hardship", Outcome.ACCEPTED, 90),
            offer("app", "nurture", Outcome.SHOWN, 1),
            offer("app", "nurture", Outcome.NOT_NOW, 20),
            offer("app", "nurture", Outcome.NOT_OFFERED, 1));

    private final Facts facts = Facts.of(
            customer,
            past,
            "billing",
            "branch",
            Map.of("queue_minutes", 7, "vip", true),
            Map.of("moving", "date-known"),
            Map.of("moving", 3L));

    private static SignalFact signal(String type, int daysAgo) {
        return new SignalFact(type, NOW.minus(Duration.ofDays(daysAgo)), "test", Map.of());
    }

    private static PastOffer offer(String action, String issue, Outcome state, int daysAgo) {
        return new PastOffer(action, issue, "g", Channel.BRANCH, state, NOW.minus(Duration.ofDays(daysAgo)), null);
    }

    private void holds(String rule) {
        assertThat(compiler.compile(rule).passes(facts)).as(rule).isTrue();
    }

    @Test
    void readsTheCustomer() {
        holds("arrears_days > 3 && 'arrears' in states && 'mobile' in holdings && language == 'fr'");
        holds("!consents['sales_calls'] && preferences['tone'] == 'gentle' && preferences.tone.startsWith('g')");
        holds("reason == 'billing' && channel == 'branch'");
    }

    @Test
    void readsSignalsInAWindow() {
        holds("signals['bill-missed'] <= 30 && signal_count['bill-missed'] == 2");
        holds("signal_within('bill-missed', 2) && !signal_within('outage', 90) && signal_within('outage', 95)");
        holds("count_within('bill-missed', 34) == 1 && count_within('bill-missed', 90) >= 2");
        holds("!('outage' in signal_count) && count_within('praise-given', 90) == 0");
    }

    @Test
    void readsWhatWasAnsweredBefore() {
        holds("declined['new-phone'] == 4 && declined_30['new-phone'] == 2");
        holds("accepted['pay-later'] == 89 && accepted_90['pay-later'] == 2");
        holds("presented_30['app'] == 1 && presented_30['new-phone'] == 2");
        holds("last_contact_days['sales'] == 4 && last_contact_days['nurture'] == 20");
        holds("last_contact_days['hardship'] >= 10 && !('service' in last_contact_days)");
    }

    @Test
    void readsJourneysAndLiveContext() {
        holds("journeys['moving'] == 'date-known' && stage_days['moving'] <= 14 && !('leaving' in journeys)");
        holds("context['queue_minutes'] > 5 && context['vip'] && context['vip'] != 'yes'");
    }
}
