package org.attune.decision.internal;

import java.util.List;
import org.attune.catalog.LegalSentence;
import org.attune.catalog.Treatment;
import org.attune.decision.Recommendation.ChosenBy;
import org.attune.decision.Recommendation.Legal;
import org.attune.decision.Recommendation.Said;
import org.attune.decision.Recommendation.Script;
import org.attune.kernel.Language;

/** Wordings and legal sentences of an action as they are said to one customer. */
public final class Scripts {
    private Scripts() {}

    /** All wordings with their placeholders filled, the chosen one first. */
    static List<Script> of(List<Wording.Choice> wordings, Language language, Filling filling) {
        return wordings.stream()
                .map(each -> of(each.treatment(), each.why(), language, filling))
                .toList();
    }

    /** One wording. */
    public static Script of(Treatment treatment, ChosenBy why, Language language, Filling filling) {
        Said said = filling.say(treatment.script(), language);
        return new Script(treatment.key(), said.language(), treatment.tone(), said.text(), why, said.unknown());
    }

    /** What must be said word for word. */
    public static List<Legal> legal(List<LegalSentence> sentences, Language language, Filling filling) {
        return sentences.stream()
                .map(each -> new Legal(each.key(), filling.say(each.text(), language)))
                .toList();
    }
}
