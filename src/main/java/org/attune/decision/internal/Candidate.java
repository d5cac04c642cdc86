package org.attune.decision.internal;

import java.util.ArrayList;
import java.util.List;
import org.attune.arbitration.ContextWeight;
import org.attune.policy.Rejection;
import org.attune.strategy.CompiledAction;
import org.jspecify.annotations.Nullable;

/** One action on its way through the stages of one decision. */
final class Candidate {
    final CompiledAction compiled;

    @Nullable
    Rejection rejection;

    double propensity;
    double logit;
    double variance;
    long evidence;
    double sampled;
    double context = 1;
    double value = 1;
    double lever = 1;
    double priority;
    double selectionProbability;
    int rank;
    final List<ContextWeight> weights = new ArrayList<>();

    Candidate(CompiledAction compiled) {
        this.compiled = compiled;
    }

    String action() {
        return compiled.action().key();
    }

    String issue() {
        return compiled.issue().key();
    }

    String group() {
        return compiled.group().key();
    }

    boolean stands() {
        return rejection == null;
    }
}
