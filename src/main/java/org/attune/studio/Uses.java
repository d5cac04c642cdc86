package org.attune.studio;

import java.util.ArrayList;
import java.util.List;
import org.attune.catalog.Vocabulary;
import org.attune.kernel.LocalText;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Formats;
import org.attune.ui.Texts;

/** What else in the strategy names an action. */
final class Uses {
    private Uses() {}

    /** {@code Bundle "Calm bills"}, one for each; empty when nothing does. */
    static List<String> of(String action, StrategyDocument document, Vocabulary words, Formats formats) {
        List<String> uses = new ArrayList<>();
        document.actions().stream()
                .filter(each -> each.members().contains(action))
                .forEach(each -> uses.add(named("bundle", each.title())));
        document.constraints().stream()
                .filter(each -> each.actions().contains(action))
                .forEach(each -> uses.add(named("constraint", each.label())));
        Situations sentences = new Situations(document, words, formats);
        document.arbitration().contextWeights().stream()
                .filter(each -> action.equals(each.action()))
                .forEach(each -> uses.add(Texts.of("studio.uses.situation", sentences.sentence(each))));
        document.eventRules().stream()
                .filter(each -> action.equals(each.action()))
                .forEach(each -> uses.add(named("event-rule", each.label())));
        document.personas().stream()
                .filter(each -> each.expect().stream()
                                .anyMatch(expected -> expected.actions().contains(action))
                        || each.customer().past().stream()
                                .anyMatch(past -> past.action().equals(action)))
                .forEach(each -> uses.add(named("persona", each.label())));
        return uses;
    }

    private static String named(String kind, LocalText label) {
        return Texts.of("studio.uses." + kind, Words.in(label));
    }
}
