package org.attune.decision.internal;

import java.util.List;
import org.attune.arbitration.ContextWeight;
import org.attune.policy.Rejection;
import org.attune.strategy.CompiledAction;
import org.jspecify.annotations.Nullable;

/** One action on its way through the stages of one decision. */
final class Candidate {
    final CompiledAction compiled;

    /** Its place among the revision's actions. */
    final int index;

    Stop stop = Stop.RANKED;

    /** Why it was stopped, where that cannot be worked out again from the moment's inputs. */
    @Nullable
    Rejection given;

    double propensity;
    double logit;
    double variance;
    long evidence;

    /** Answers by which exploration may take its model for settled. */
    long settled;

    double sampled;
    double context = 1;
    double value = 1;
    double lever = 1;
    double threshold;
    double priority;
    double selectionProbability;
    int rank;
    List<ContextWeight> weights = List.of();

    Candidate(CompiledAction compiled, int index) {
        this.index = index;
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

    void refuse(Rejection rejection) {
        stop = Stop.of(rejection.stage(), rejection.rule());
        given = rejection;
        rank = 0;
    }
}
