package org.attune.learning;

import java.util.List;
import org.attune.kernel.Problem;

/** Has a say before an engine is put in charge. A bean of a module above. */
@FunctionalInterface
public interface PromotionGate {
    /** What speaks against deciding with it; empty when nothing does. */
    List<Problem> problems(EngineVariant candidate);
}
