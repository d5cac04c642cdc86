package org.attune.strategy.internal;

import org.attune.catalog.Journey;
import org.attune.strategy.StrategyDocument;

/** Journeys and their stages. */
final class JourneyCheck implements PartCheck {
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
            for (Journey.Stage stage : journey.stages()) {
                String at = place + ".stages[" + stage.key() + "]";
                stages.add(stage.key(), at);
                findings.text(at + ".label", stage.label(), "A stage needs a label.");
                if (stage.days() != null) {
                    findings.range(at + ".days", stage.days(), 1, 3650);
                }
            }
        }
    }
}
