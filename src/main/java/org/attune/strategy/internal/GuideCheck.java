package org.attune.strategy.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.catalog.Action;
import org.attune.catalog.GuideStep;
import org.attune.catalog.LegalSentence;
import org.attune.kernel.Outcome;
import org.attune.strategy.StrategyDocument;

/** What must be said before an action is accepted, and the guides: every step is reached, and from every step there is a way out. */
final class GuideCheck implements PartCheck {
    private static final int DIGITS = 9;
    private static final Set<Outcome> ANSWERS =
            Set.of(Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NOT_NOW, Outcome.NOT_OFFERED);

    @Override
    public void check(StrategyDocument document, Findings findings) {
        for (Action action : document.actions()) {
            String place = "actions[" + action.key() + "]";
            legal(place, action.legal(), findings);
            if (!action.guide().isEmpty()) {
                steps(place, action.guide(), findings);
                ways(place, action.guide(), findings);
            }
        }
    }

    private static void legal(String place, List<LegalSentence> sentences, Findings findings) {
        Findings.Keys keys = findings.keys();
        for (LegalSentence each : sentences) {
            String at = place + ".legal[" + each.key() + "]";
            keys.add(each.key(), at);
            findings.text(at + ".text", each.text(), "What must be said is empty.");
            findings.placeholders(at + ".text", each.text());
        }
    }

    private static void steps(String place, List<GuideStep> steps, Findings findings) {
        Findings.Keys keys = findings.keys();
        for (GuideStep step : steps) {
            String at = at(place, step);
            keys.add(step.key(), at);
            findings.text(at + ".text", step.text(), "A step says or asks something.");
            findings.placeholders(at + ".text", step.text());
            if (step.choices().size() > DIGITS) {
                findings.add(at + ".choices", "A step has at most nine choices: each has a digit.");
            }
            for (int i = 0; i < step.choices().size(); i++) {
                findings.text(
                        at + ".choices[" + (i + 1) + "].label",
                        step.choices().get(i).label(),
                        "A choice says what the customer answers.");
            }
            if (step.suggests() != null && !step.ends()) {
                findings.add(at + ".suggests", "Only an end suggests an answer: a step without choices.");
            } else if (step.suggests() != null && !ANSWERS.contains(step.suggests())) {
                findings.add(at + ".suggests", "An end suggests accepted, declined, not-now or not-offered.");
            }
        }
    }

    private static void ways(String place, List<GuideStep> steps, Findings findings) {
        Map<String, GuideStep> byKey = new HashMap<>();
        steps.forEach(step -> byKey.putIfAbsent(step.key(), step));
        for (GuideStep step : steps) {
            for (int i = 0; i < step.choices().size(); i++) {
                findings.known(
                        at(place, step) + ".choices[" + (i + 1) + "].to",
                        step.choices().get(i).to(),
                        byKey.keySet(),
                        "step");
            }
        }
        Set<String> reached = from(steps.getFirst(), byKey);
        if (steps.stream().noneMatch(step -> step.ends() && reached.contains(step.key()))) {
            findings.add(place + ".guide", "A guide comes to an end: a step without choices.");
            return;
        }
        for (GuideStep step : steps) {
            if (!reached.contains(step.key())) {
                findings.add(at(place, step), "No choice leads to this step.");
            } else if (from(step, byKey).stream().map(byKey::get).noneMatch(each -> each != null && each.ends())) {
                findings.add(at(place, step), "From here no choice comes to an end: the guide goes round in circles.");
            }
        }
    }

    /** The keys of all steps that can follow a step, itself included. */
    private static Set<String> from(GuideStep start, Map<String, GuideStep> byKey) {
        Set<String> seen = new HashSet<>();
        Deque<GuideStep> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            GuideStep step = open.pop();
            if (seen.add(step.key())) {
                step.choices().forEach(choice -> {
                    GuideStep next = byKey.get(choice.to());
                    if (next != null) {
                        open.push(next);
                    }
                });
            }
        }
        return seen;
    }

    private static String at(String place, GuideStep step) {
        return place + ".guide[" + step.key() + "]";
    }
}
