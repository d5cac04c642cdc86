package org.attune.decision;

import org.attune.catalog.Vocabulary;
import org.attune.customer.Attributes;
import org.attune.decision.internal.AgentWhy;
import org.attune.kernel.DecisionId;
import org.attune.kernel.NotFoundException;
import org.springframework.stereotype.Service;

/** Explains decisions to the people who talk to customers. Writes nothing. */
@Service
public class Explanations {
    private final Decisions decisions;
    private final Attributes attributes;
    private final Vocabulary words;

    Explanations(Decisions decisions, Attributes attributes, Vocabulary words) {
        this.decisions = decisions;
        this.attributes = attributes;
        this.words = words;
    }

    /**
     * Why an action stands where it stands.
     *
     * @param action one of the decision, or {@link Decisions#NONE} for listening
     * @throws NotFoundException unknown decision, or no such action in it
     */
    public Explanation explain(DecisionId decision, String action) {
        return explain(decisions.read(decision), action);
    }

    /** The same from a trace that has been read. */
    public Explanation explain(DecisionTrace trace, String action) {
        Explanation found = new AgentWhy(trace, attributes.dictionary(), words).explain(action);
        if (found == null) {
            throw new NotFoundException("action of this decision", action);
        }
        return found;
    }
}
