package org.attune.studio;

import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Vocabulary;
import org.attune.catalog.Vocabulary.Kind;
import org.attune.policy.EventRule;
import org.attune.strategy.Strategies;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Says an event rule as a sentence. */
final class EventSentences {
    private final Strategies strategies;
    private final Vocabulary vocabulary;

    EventSentences(Strategies strategies, Vocabulary vocabulary) {
        this.strategies = strategies;
        this.vocabulary = vocabulary;
    }

    /** The signals that have a name. */
    List<String> signals() {
        return vocabulary.keys(Kind.SIGNAL);
    }

    String signal(String type) {
        return Words.in(vocabulary.label(Kind.SIGNAL, type));
    }

    /** The title of an action; its key when there is none. */
    String action(@Nullable String key) {
        Action action = key == null ? null : strategies.document().catalog().action(key);
        return action == null ? String.valueOf(key) : Words.in(action.title());
    }

    /** When this happens, and that is so, then this follows. */
    String of(EventRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(
                rule.when().isBlank()
                        ? Texts.of("studio.events.when", signal(rule.signal()))
                        : Texts.of("studio.events.when.if", signal(rule.signal()), rule.when()));
        if (rule.redecides()) {
            parts.add(Texts.of("studio.events.then.redecide"));
        } else {
            parts.add(
                    switch (rule.dueDays()) {
                        case 0 -> Texts.of("studio.events.then.today");
                        case 1 -> Texts.of("studio.events.then.day");
                        default -> Texts.of("studio.events.then.days", rule.dueDays());
                    });
            if (rule.action() != null) {
                parts.add(Texts.of("studio.events.then.action", action(rule.action())));
            }
            if (rule.onceInDays() > 0) {
                parts.add(
                        rule.onceInDays() == 1
                                ? Texts.of("studio.events.then.daily")
                                : Texts.of("studio.events.then.once", rule.onceInDays()));
            }
        }
        return String.join(" ", parts);
    }
}
