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

    Stop stop = Stop.RANKED;

    /** Why it was stopped, where that cannot be worked out again from the moment's inputs. */
    @Nullable
    Rejection given;

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
    List<ContextWeight> weights = List.of();

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
        return stop == Stop.RANKED;
    }

    void weight(ContextWeight weight) {
        if (weights.isEmpty()) {
            weights = new ArrayList<>();
        }
        weights.add(weight);
    }

    void refuse(Rejection rejection) {
        stop = Stop.of(rejection.stage(), rejection.rule());
        given = rejection;
        rank = 0;
    }
}
