package org.attune.insight.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.history.Answer;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.ImportedAnswer;
import org.attune.history.Offer;
import org.attune.kernel.Channel;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Ids;
import org.attune.kernel.InteractionId;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Writes decisions about one action of its own into the log. */
final class LogOfActions {
    private final History history;
    private final String action = "insight-" + Ids.next().toString().substring(24);

    LogOfActions(History history) {
        this.history = history;
    }

    /** The action; nobody else knows it. */
    String action() {
        return action;
    }

    /** A decision that was shown and then answered. */
    DecisionId offered(Channel channel, String arm, Outcome... outcomes) {
        DecisionRecord decision = decision(channel, arm);
        history.record(decision, new byte[0]);
        history.shown(decision.id(), List.of(action), "agent");
        for (Outcome outcome : outcomes) {
            answer(decision.id(), outcome);
        }
        return decision.id();
    }

    /** An answer to an earlier decision. */
    void answer(DecisionId decision, Outcome outcome) {
        history.answer(new Answer(decision, action, outcome, null, null, null), "agent");
    }

    /** An imported answer. */
    DecisionId imported(Outcome outcome) {
        DecisionRecord decision = decision(Channel.CALL_CENTER, "import");
        history.importAnswers(List.of(new ImportedAnswer(decision.id().toString(), decision, outcome, decision.at())));
        return decision.id();
    }

    /** An imported yes in a conversation, before which a sentence was said. */
    DecisionId said(CustomerId customer, InteractionId conversation, String words) {
        DecisionRecord decision = decision(Channel.CALL_CENTER, "import", customer, conversation);
        history.importAnswers(List.of(new ImportedAnswer(
                decision.id().toString(),
                decision,
                Outcome.ACCEPTED,
                null,
                decision.at(),
                List.of(new Answer.ReadOut("repay", words, decision.at())))));
        return decision.id();
    }

    private DecisionRecord decision(Channel channel, String arm) {
        return decision(channel, arm, CustomerId.next(), null);
    }

    private DecisionRecord decision(
            Channel channel, String arm, CustomerId customer, @Nullable InteractionId conversation) {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(action, "service", "bill", 1, null, 0.4, 0.41, 20, 0.7, 0.3));
        return new DecisionRecord(
                DecisionId.next(),
                customer,
                Instant.now(),
                channel,
                "billing",
                conversation,
                1,
                0,
                arm,
                7,
                900,
                false,
                Map.of("reason", "billing"),
                offers);
    }
}
