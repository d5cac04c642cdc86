package org.attune.strategy.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.arbitration.ContextWeight;
import org.attune.arbitration.NoneThreshold;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.catalog.Journey;
import org.attune.customer.CustomerState;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;

/** The settings of arbitration. */
final class ArbitrationCheck implements PartCheck {
    private static final Set<String> VOLUMES = Set.of("low", "normal", "high");
    private static final Set<String> STATES =
            Arrays.stream(CustomerState.values()).map(CustomerState::key).collect(Collectors.toSet());

    @Override
    public void check(StrategyDocument document, Findings findings) {
        findings.range("arbitration.controlShare", document.arbitration().controlShare(), 0, 0.2);
        findings.range("arbitration.exploration", document.arbitration().exploration(), 0, 1);
        findings.range("arbitration.top", document.arbitration().top(), 1, 10);
        Names names = Names.of(document);
        for (int i = 0; i < document.arbitration().contextWeights().size(); i++) {
            ContextWeight each = document.arbitration().contextWeights().get(i);
            String place = "arbitration.contextWeights[" + i + "]";
            if (!each.namesSituation()) {
                findings.add(
                        place,
                        "Say when it applies: a reason of call, a signal, a state, a journey or the volume of calls.");
            }
            findings.range(place + ".percent", each.percent(), -100, 900);
            state(place, each.state(), findings);
            names.situation(place, each.journey(), each.stage(), each.volume(), findings);
            known(place + ".issue", each.issue(), names.issues, "issue", findings);
            known(place + ".group", each.group(), names.groups, "group", findings);
            known(place + ".action", each.action(), names.actions, "action", findings);
        }
        for (int i = 0; i < document.arbitration().thresholds().size(); i++) {
            NoneThreshold each = document.arbitration().thresholds().get(i);
            String place = "arbitration.thresholds[" + i + "]";
            findings.range(place + ".threshold", each.threshold(), 0, 1);
            if (each.precision() == 0 || each.precision() == 1 && each.issue() != null) {
                findings.add(place, "Say in which situation; an issue's own threshold stands with the issue.");
            }
            state(place, each.state(), findings);
            names.situation(place, each.journey(), each.stage(), each.volume(), findings);
            known(place + ".issue", each.issue(), names.issues, "issue", findings);
        }
    }

    private static void known(String place, @Nullable String key, Set<String> known, String kind, Findings findings) {
        if (key != null) {
            findings.known(place, key, known, kind);
        }
    }

    private static void state(String place, @Nullable String key, Findings findings) {
        known(place + ".state", key, STATES, "state", findings);
    }

    /** What there is in the document. */
    private record Names(
            Set<String> issues, Set<String> groups, Set<String> actions, Map<String, Set<String>> journeys) {
        static Names of(StrategyDocument document) {
            Map<String, Set<String>> journeys = new HashMap<>();
            for (Journey each : document.journeys()) {
                journeys.put(
                        each.key(),
                        each.stages().stream().map(Journey.Stage::key).collect(Collectors.toSet()));
            }
            return new Names(
                    document.issues().stream().map(Issue::key).collect(Collectors.toSet()),
                    document.groups().stream().map(Group::key).collect(Collectors.toSet()),
                    document.actions().stream().map(Action::key).collect(Collectors.toSet()),
                    journeys);
        }

        void situation(
                String place,
                @Nullable String journey,
                @Nullable String stage,
                @Nullable String volume,
                Findings findings) {
            known(place + ".journey", journey, journeys.keySet(), "journey", findings);
            known(place + ".volume", volume, VOLUMES, "volume of calls", findings);
            if (stage != null && journey == null) {
                findings.add(place + ".stage", "Name the journey the stage belongs to.");
            } else if (journey != null && journeys.containsKey(journey)) {
                known(place + ".stage", stage, journeys.getOrDefault(journey, Set.of()), "stage", findings);
            }
        }
    }
}
