package org.attune.channel.internal;

/** Ends a request with an error reply that belongs to the protocol, not to a module behind it. */
final class ProblemException extends RuntimeException {
    private final transient ApiProblem problem;

    ProblemException(ApiProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    ApiProblem problem() {
        return problem;
    }
}
