package org.attune.strategy.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.catalog.Journey;
import org.attune.customer.CustomerState;
import org.attune.strategy.StrategyDocument;

/** Journeys and their stages. */
final class JourneyCheck implements PartCheck {
    private static final Set<String> STATES =
            Arrays.stream(CustomerState.values()).map(CustomerState::key).collect(Collectors.toSet());

    @Override
    public void check(StrategyDocument document, Findings findings) {
        Findings.Keys keys = findings.keys();
        for (Journey journey : document.journeys()) {
            String place = "journeys[" + journey.key() + "]";
            keys.add(journey.key(), place);
            findings.text(place + ".label", journey.label(), "A journey needs a label.");
            if (journey.stages().isEmpty()) {
                findings.add(place + ".stages", "A journey needs at least one stage.");
            }
            Findings.Keys stages = findings.keys();
            Set<String> taken = new HashSet<>();
            for (Journey.Stage stage : journey.stages()) {
                String at = place + ".stages[" + stage.key() + "]";
                stages.add(stage.key(), at);
                findings.text(at + ".label", stage.label(), "A stage needs a label.");
                ways(stage, at, taken, findings);
                if (stage.days() != null) {
                    findings.range(at + ".days", stage.days(), 1, 3650);
                }
            }
        }
    }

    /** How a customer comes into a stage: each signal and state leads into one stage of a journey only. */
    private static void ways(Journey.Stage stage, String at, Set<String> taken, Findings findings) {
        if (stage.signals().isEmpty() && stage.states().isEmpty()) {
            findings.add(at + ".signals", "Name a signal or a state that brings a customer into this stage.");
        }
        for (String signal : stage.signals()) {
            if (!signal.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                findings.add(at + ".signals", "'" + signal + "' must be lower-case words joined by -.");
            } else if (!taken.add("signal " + signal)) {
                findings.add(at + ".signals", "'" + signal + "' leads into another stage of this journey already.");
            }
        }
        for (String state : stage.states()) {
            findings.known(at + ".states", state, STATES, "state");
            if (!taken.add("state " + state)) {
                findings.add(at + ".states", "'" + state + "' leads into another stage of this journey already.");
            }
        }
    }
}
