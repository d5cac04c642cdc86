package org.attune.decision;

import org.attune.kernel.DecisionId;
import org.springframework.stereotype.Service;

/** The one place that decides, for every channel. */
@Service
public class Decisions {
    /** The action key of "propose nothing, listen". */
    public static final String NONE = "none";

    /** Decides and writes the decision down. An unknown customer is a NotFoundException. */
    public Decision decide(DecisionRequest request) {
        throw new IllegalStateException("being built");
    }

    /** The full trace of a decision as JSON; unknown is a NotFoundException. Writes nothing. */
    public String trace(DecisionId id) {
        throw new IllegalStateException("being built");
    }
}
