package org.attune.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.customer.CustomerContext;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.DecisionRequest;
import org.attune.decision.Decisions;
import org.attune.kernel.LocalText;
import org.attune.kernel.Problem;
import org.attune.simulation.PersonaResult.Check;
import org.attune.simulation.internal.Expectations;
import org.attune.simulation.internal.ImaginedCustomer;
import org.attune.strategy.Persona;
import org.attune.strategy.PublishGate;
import org.attune.strategy.Strategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Decides for the personas of a strategy, in memory; one that fails stops the strategy from going live. */
@Service
public class Personas implements PublishGate {
    /** So far down the list "never" looks. */
    private static final int WHOLE_LIST = 10;

    private final ObjectProvider<Decisions> decisions;
    private final ObjectProvider<Customers> customers;
    private final Clock clock;

    Personas(ObjectProvider<Decisions> decisions, ObjectProvider<Customers> customers, Clock clock) {
        this.decisions = decisions;
        this.customers = customers;
        this.clock = clock;
    }

    /** All personas of a strategy, decided under it. */
    public List<PersonaResult> run(Strategy strategy) {
        return strategy.document().personas().stream()
                .map(persona -> run(persona, strategy))
                .toList();
    }

    /** One persona under a strategy by itself: what the models have learned must not pass or fail a persona. Writes nothing. */
    public PersonaResult run(Persona persona, Strategy strategy) {
        Instant now = clock.instant();
        CustomerContext customer = customers.getObject().withDerivedFacts(ImaginedCustomer.told(persona, now));
        DecisionRequest request = new DecisionRequest(
                customer.id(), persona.channel(), persona.reason(), null, null, WHOLE_LIST, java.util.Map.of(), null);
        Decision decision = decisions
                .getObject()
                .tryOut(customer, ImaginedCustomer.past(persona, strategy.document(), now), request, strategy);
        List<Check> checks = persona.expect().stream()
                .map(each -> Expectations.check(each, decision))
                .toList();
        return new PersonaResult(persona, decision, checks);
    }

    @Override
    public List<Problem> problems(Strategy candidate) {
        List<Problem> problems = new ArrayList<>();
        for (PersonaResult result : run(candidate)) {
            for (int i = 0; i < result.checks().size(); i++) {
                Check check = result.checks().get(i);
                if (check.failed()) {
                    problems.add(new Problem(
                            "personas[" + result.persona().key() + "].expect[" + i + "]",
                            message(result.persona(), check)));
                }
            }
        }
        return problems;
    }

    private static LocalText message(Persona persona, Check check) {
        LocalText asked = asked(check.expectation());
        LocalText because = check.expectation().because();
        return new LocalText(
                "'" + persona.label().en() + "' expects " + asked.en() + ". What came out: "
                        + check.found().en() + "." + (because == null ? "" : " It matters because: " + because.en()),
                "« " + persona.label().fr() + " » attend " + asked.fr() + ". Résultat : "
                        + check.found().fr() + "."
                        + (because == null ? "" : " Pourquoi cela compte : " + because.fr()));
    }

    private static LocalText asked(Persona.Expectation expectation) {
        List<String> named = new ArrayList<>(expectation.actions());
        named.addAll(expectation.issues());
        String en = String.join(" or ", named);
        String fr = String.join(" ou ", named);
        return switch (expectation.kind()) {
            case FIRST -> new LocalText(en + " first", fr + " en premier");
            case AMONG ->
                new LocalText(
                        en + " among the first " + expectation.among(),
                        fr + " parmi les " + expectation.among() + " premières");
            case NEVER -> new LocalText("never " + en, "jamais " + fr);
            case NOTHING -> new LocalText("nothing to be proposed", "aucune proposition");
        };
    }
}
