package org.attune.desk;

import java.time.LocalDate;
import java.util.List;
import org.attune.decision.Recommendation;
import org.attune.history.Answer;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;
import org.attune.ui.Notify;
import org.attune.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How an answer comes about: what must be said before a yes, the reason of a no, and writing it down. */
final class Answering {
    private final Workplace place;
    private final DeskServices services;
    private final Conversation conversation;
    private final GuidePanel guide;
    private final Memory memory;

    Answering(Workplace place, DeskServices services, Conversation conversation, GuidePanel guide, Memory memory) {
        this.place = place;
        this.services = services;
        this.conversation = conversation;
        this.guide = guide;
        this.memory = memory;
    }

    /** The customer answered: records it, or asks first for what is missing. */
    void answered(DecisionId decision, Recommendation recommendation, Outcome outcome) {
        if (outcome == Outcome.ACCEPTED && !recommendation.legal().isEmpty()) {
            place.selected(recommendation.action());
            if (guide.legal().asks()) {
                return;
            }
        }
        if (TimelinePanel.kind(outcome) == null) {
            record(decision, recommendation, outcome, null, null);
            return;
        }
        AnswerDialog ask = AnswerDialog.about(
                services,
                recommendation,
                outcome,
                (reason, again) -> record(decision, recommendation, outcome, reason, again));
        ask.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                memory.put(Memory.ASKING, null);
            }
        });
        memory.put(Memory.ASKING, recommendation.action() + ":" + outcome.key());
        place.open(ask);
    }

    private void record(
            DecisionId decision,
            Recommendation recommendation,
            Outcome outcome,
            @Nullable String reason,
            @Nullable LocalDate again) {
        boolean written;
        try {
            written = conversation.answer(
                    new Answer(
                            decision,
                            recommendation.action(),
                            outcome,
                            reason,
                            again,
                            null,
                            outcome != Outcome.ACCEPTED
                                            || recommendation.legal().isEmpty()
                                    ? List.of()
                                    : guide.legal().readOut()),
                    recommendation);
        } catch (ConflictException e) {
            Notify.error(e);
            place.recorded(null);
            return;
        }
        String words = Words.outcome(outcome);
        String said = Texts.of(written ? "desk.said" : "desk.said.kept", words, Words.of(recommendation.title()));
        place.actions().answered(recommendation.action(), words);
        if (place.actions().selected().equals(recommendation.action())) {
            guide.steps().done();
        }
        place.recorded(said);
    }
}
