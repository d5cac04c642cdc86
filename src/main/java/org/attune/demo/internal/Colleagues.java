package org.attune.demo.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.decision.Recommendation;
import org.attune.decision.Recommendation.Script;
import org.attune.demo.SimulatedAnswer;
import org.attune.history.Answer;
import org.attune.history.History;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Agents who do not exist, talking to customers who do not exist: they decide, show and answer exactly as the desk does. For one
 * thread at a time; the same calls come in the same order after each start.
 */
@Component
@ConditionalOnBooleanProperty("attune.demo")
class Colleagues {
    private static final int HOW_MANY = 6;

    private final Callers callers;
    private final Customers customers;
    private final Decisions decisions;
    private final History history;
    private final Clock clock;
    private final Chance chance = new Chance(new Random(DemoSeed.SEED));

    Colleagues(Callers callers, Customers customers, Decisions decisions, History history, Clock clock) {
        this.callers = callers;
        this.customers = customers;
        this.decisions = decisions;
        this.history = history;
        this.clock = clock;
    }

    /** What was said in a call: the action that was chosen ({@code none} for listening) and the customer's answer. */
    record Call(Decision decision, CustomerContext customer, String reason, String action, SimulatedAnswer answer) {}

    /** Takes one call from the ring to the answer. */
    Call takeOne() {
        CustomerId id = callers.next(chance);
        CustomerContext customer = customers.context(id, clock.instant());
        String reason = HiddenPreferences.load().reasonOfCall(customer, chance);
        Decision decision = decisions.decide(DecisionRequest.of(id, Channel.CALL_CENTER, reason));
        String colleague = "demo-" + chance.between(1, HOW_MANY);
        List<String> seen = new ArrayList<>();
        decision.recommendations().forEach(each -> seen.add(each.action()));
        seen.add(Decisions.NONE);
        history.shown(decision.id(), seen, colleague);
        if (decision.recommendations().isEmpty()) {
            return answer(decision, customer, reason, Decisions.NONE, LISTENED, colleague);
        }
        Recommendation chosen = choose(decision.recommendations());
        Script said = chosen.treatment();
        SimulatedAnswer answer = HiddenPreferences.load()
                .answer(customer, reason, chosen.action(), chosen.issue(), said == null ? null : said.tone(), chance);
        return answer(decision, customer, reason, chosen.action(), answer, colleague);
    }

    private static final SimulatedAnswer LISTENED = new SimulatedAnswer(Outcome.ACCEPTED, null);

    /** Mostly the first, sometimes the second, seldom the third. */
    private Recommendation choose(List<Recommendation> recommendations) {
        int wish = chance.of(0.78) ? 0 : chance.of(0.8) ? 1 : 2;
        return recommendations.get(Math.min(wish, recommendations.size() - 1));
    }

    private Call answer(
            Decision decision,
            CustomerContext customer,
            String reason,
            String action,
            SimulatedAnswer answer,
            String colleague) {
        history.answer(new Answer(decision.id(), action, answer.outcome(), answer.reason(), null, null), colleague);
        return new Call(decision, customer, reason, action, answer);
    }
}
