package org.attune.strategy;

import java.util.List;
import org.attune.kernel.Problem;

/** Has a say before a strategy goes live, beyond what a document tells by itself. A bean of a module above. */
public interface PublishGate {
    /** What speaks against deciding with it, each with its place in the document; empty when nothing does. Writes nothing. */
    List<Problem> problems(Strategy candidate);
}
