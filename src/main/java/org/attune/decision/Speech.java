package org.attune.decision;

import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.GuideStep;
import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.customer.CustomerContext;
import org.attune.decision.internal.Filling;
import org.attune.decision.internal.Scripts;
import org.attune.kernel.Language;
import org.attune.strategy.LiveStrategy;
import org.springframework.stereotype.Service;

/** Says what the live catalog says about a recommended action, in either language, with what is known about the customer. */
@Service
public class Speech {
    private final LiveStrategy live;
    private final Attributes attributes;
    private final Vocabulary words;

    Speech(LiveStrategy live, Attributes attributes, Vocabulary words) {
        this.live = live;
        this.attributes = attributes;
        this.words = words;
    }

    /** Everything that can be said about it; what has left the catalog meanwhile keeps what was decided with, and has no guide. */
    public Spoken about(Recommendation recommendation, CustomerContext customer, Language language) {
        Action action = live.current().document().catalog().action(recommendation.action());
        if (action == null) {
            return new Spoken(recommendation.treatments(), recommendation.legal(), List.of());
        }
        Filling filling = new Filling(customer, attributes.dictionary(), words);
        return new Spoken(
                recommendation.treatments().stream()
                        .map(chosen -> action.treatments().stream()
                                .filter(each -> each.key().equals(chosen.key()))
                                .findFirst()
                                .map(each -> Scripts.of(each, chosen.chosenBy(), language, filling))
                                .orElse(chosen))
                        .toList(),
                Scripts.legal(action.legal(), language, filling),
                action.guide().stream()
                        .map(each -> step(each, language, filling))
                        .toList());
    }

    private static Spoken.Step step(GuideStep step, Language language, Filling filling) {
        return new Spoken.Step(
                step.key(),
                filling.say(step.text(), language),
                step.choices().stream()
                        .map(each -> new Spoken.Choice(filling.say(each.label(), language), each.to()))
                        .toList(),
                step.suggests());
    }
}
