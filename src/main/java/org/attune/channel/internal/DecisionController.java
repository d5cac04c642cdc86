package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.Customers;
import org.attune.decision.Decision;
import org.attune.decision.Decisions;
import org.attune.history.AnswerResult;
import org.attune.history.DecisionRecord;
import org.attune.history.History;
import org.attune.history.TimelineEntry;
import org.attune.kernel.ConflictException;
import org.attune.kernel.DecisionId;
import org.attune.kernel.Language;
import org.attune.kernel.NotFoundException;
import org.attune.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions, what became of them, and their traces. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Decisions")
class DecisionController {
    /** Answers of one customer that are searched for those of one decision. */
    private static final int ANSWERS = 1_000;

    private final Decisions decisions;
    private final History history;
    private final Customers customers;
    private final Clock clock;

    DecisionController(Decisions decisions, History history, Customers customers, Clock clock) {
        this.decisions = decisions;
        this.history = history;
        this.customers = customers;
        this.clock = clock;
    }

    /** What the log did with an outcome. */
    @Schema(name = "OutcomeRecorded")
    record OutcomeAnswer(
            UUID decisionId,
            String action,
            Outcome outcome,

            @Schema(description = "False when the same answer was there already")
            boolean recorded,

            @Schema(description = "The offered action's outcome now")
            Outcome state,

            @Schema(description = "Place in the outcome log")
            long position) {}

    /** What an offered action's outcome is after the latest answer was taken back. */
    @Schema(name = "OutcomeUndone")
    record UndoAnswer(
            UUID decisionId, String action, @Nullable Outcome state) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.DECISIONS_WRITE)
    @Operation(
            operationId = "decide",
            summary = "Ask for the next best actions",
            description =
                    "Ranks what helps this customer now and writes the decision down. Report what was shown, said and"
                            + " answered as outcomes. explain lists each dropped action with the rule and the values it read.")
    DecisionAnswer decide(@RequestBody DecisionBody body) {
        body.check();
        Decision decision = decisions.decide(Checks.given(body.customer()), body::request);
        return DecisionAnswer.of(decision, language(body, decision), Boolean.TRUE.equals(body.explain()));
    }

    @GetMapping("/{id}")
    @NeedsScope(Scope.INSIGHT_READ)
    @Operation(
            operationId = "getDecision",
            summary = "Read the full trace of a decision",
            description = "Reading writes nothing.")
    TraceAnswer get(@PathVariable String id) {
        DecisionId decision = PathIds.decision(id);
        DecisionRecord found = history.decision(decision);
        List<TimelineEntry> answers = history.timeline(found.customer(), ANSWERS).stream()
                .filter(entry -> entry.decision().equals(decision))
                .toList();
        return TraceAnswer.of(
                decisions.read(decision),
                found.offers(),
                customers.context(found.customer(), clock.instant()).ref(),
                history.states(decision),
                answers,
                history.readOut(decision));
    }

    @PostMapping("/{id}/replay")
    @NeedsScope(Scope.INSIGHT_READ)
    @Operation(
            operationId = "replayDecision",
            summary = "Take a past decision again",
            description =
                    "Decides again with the catalog, the models and the inputs of that moment and compares. Replaying"
                            + " writes nothing. Answers 409 when something it needs is not there any more.")
    ReplayAnswer replay(@PathVariable String id) {
        return ReplayAnswer.of(decisions.replay(PathIds.decision(id)));
    }

    @PostMapping(path = "/{id}/outcomes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.OUTCOMES_WRITE)
    @Operation(
            operationId = "recordOutcome",
            summary = "Report what became of an offered action",
            description =
                    "The models have learned from it when this returns. A repeat changes nothing and answers 200; a move"
                            + " the order of outcomes does not allow is refused with 409.")
    @ApiResponse(responseCode = "200", description = "The same answer was there already")
    @ApiResponse(responseCode = "201", description = "Written down")
    ResponseEntity<OutcomeAnswer> outcome(@PathVariable String id, @RequestBody OutcomeBody body, Principal client) {
        DecisionId decision = PathIds.decision(id);
        var answer = body.answer(decision);
        AnswerResult result = history.answer(answer, Callers.who(client));
        OutcomeAnswer reply = new OutcomeAnswer(
                decision.value(),
                answer.action(),
                answer.outcome(),
                result.recorded(),
                result.state(),
                result.position());
        return result.recorded()
                ? ResponseEntity.created(URI.create(ApiPaths.V1 + "/decisions/" + decision))
                        .body(reply)
                : ResponseEntity.ok(reply);
    }

    @DeleteMapping("/{id}/outcomes/{action}")
    @NeedsScope(Scope.OUTCOMES_WRITE)
    @Operation(
            operationId = "undoOutcome",
            summary = "Take the latest answer for an offered action back",
            description =
                    "The models are then as if it had not happened. Answers 409 when there is nothing to take back.")
    UndoAnswer undo(@PathVariable String id, @PathVariable String action, Principal client) {
        DecisionId decision = PathIds.decision(id);
        if (history.decision(decision).offers().stream()
                .noneMatch(offer -> offer.action().equals(action))) {
            throw new NotFoundException("action of this decision", action);
        }
        if (!history.undo(decision, action, Callers.who(client))) {
            throw new ConflictException("There is no answer to take back.");
        }
        return new UndoAnswer(decision.value(), action, history.states(decision).get(action));
    }

    /** The language asked for, else that of the scripts, which is the customer's. */
    private Language language(DecisionBody body, Decision decision) {
        Language asked = body.language();
        return asked != null
                ? asked
                : decision.recommendations().stream()
                        .flatMap(r -> Stream.ofNullable(r.treatment()))
                        .map(script -> script.language())
                        .findFirst()
                        .orElseGet(() -> customers
                                .context(decision.customer(), clock.instant())
                                .language());
    }
}
