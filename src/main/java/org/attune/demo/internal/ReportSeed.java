package org.attune.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.history.Reports;
import org.attune.kernel.Channel;
import org.attune.kernel.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A few decisions of today about which agents say that something was wrong: what a supervisor finds among the feedback. */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class ReportSeed {
    private record Told(int customer, String reasonOfCall, String agent, String why, String settled) {}

    private static final List<Told> TOLD = List.of(
            new Told(24, "information", "agent", "wrong-facts", ""),
            new Told(33, "technical", "agent2", "wrong-facts", ""),
            new Told(41, "leaving", "agent2", "inappropriate", ""),
            new Told(52, "upgrade", "agent", "wrong-facts", "The contract's end was wrong in billing; corrected."));

    private final Customers customers;
    private final Decisions decisions;
    private final History history;
    private final Reports reports;

    ReportSeed(Customers customers, Decisions decisions, History history, Reports reports) {
        this.customers = customers;
        this.decisions = decisions;
        this.history = history;
        this.reports = reports;
    }

    /** Decides and reports; where nothing is proposed there is nothing to report. */
    void write(Instant now) {
        Map<String, CustomerContext> found = customers.contexts(
                TOLD.stream().map(each -> DemoSeed.ref(each.customer())).toList(), now);
        for (Told each : TOLD) {
            CustomerContext customer = found.get(DemoSeed.ref(each.customer()));
            if (customer == null) {
                continue;
            }
            Decision decision =
                    decisions.decide(DecisionRequest.of(customer.id(), Channel.CALL_CENTER, each.reasonOfCall()));
            if (decision.recommendations().isEmpty()) {
                continue;
            }
            String action = decision.recommendations().getFirst().action();
            history.shown(
                    decision.id(),
                    decision.recommendations().stream().map(r -> r.action()).toList(),
                    each.agent());
            history.answer(
                    new Answer(decision.id(), action, Outcome.NOT_OFFERED, each.why(), null, null), each.agent());
            if (!each.settled().isEmpty()) {
                reports.settle(decision.id(), action, each.settled(), "supervisor");
            }
        }
    }
}
