package org.attune.desk;

import org.attune.decision.Recommendation;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Outcome;

/** What the cards tell the desk. */
interface AnswerSink {
    /** The agent chose a card. */
    void selected(String action);

    /** The customer answered, or the agent did not offer it. */
    void answered(DecisionId decision, Recommendation recommendation, Outcome outcome);

    /** The agent listens instead of proposing. */
    void listened();

    /** The agent asks why an action is here. */
    void why(Recommendation recommendation);

    /** The agent asks why to listen, or what else there is. */
    void whyListen();
}
