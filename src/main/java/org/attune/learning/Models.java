package org.attune.learning;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The live models: knows every answer of the log, tells how well it knows. */
@Service
public class Models {

    /** How the model of an action does; empty before its first answer. */
    public Optional<ModelFigures> figures(String action) {
        return Optional.ofNullable(all().get(action));
    }

    /** How the models do, by action. */
    public Map<String, ModelFigures> all() {
        throw new IllegalStateException("being built");
    }

    /** Log position up to which the models have learned. */
    public long position() {
        throw new IllegalStateException("being built");
    }

    /** Applies what is new in the log, in order; safe to call at any time from any thread. */
    public void catchUp() {
        throw new IllegalStateException("being built");
    }
}
