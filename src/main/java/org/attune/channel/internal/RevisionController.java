package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.function.Supplier;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.kernel.InvalidException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revisions of the catalog and their way: drafted, submitted, approved, live, retired. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/catalog/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalog")
class RevisionController {
    private final ChangeRequests requests;
    private final LiveStrategy live;
    private final CatalogText texts;

    RevisionController(ChangeRequests requests, LiveStrategy live, CatalogText texts) {
        this.requests = requests;
        this.live = live;
        this.texts = texts;
    }

    @GetMapping
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(operationId = "listRevisions", summary = "List the revisions of the catalog, newest first")
    RevisionAnswer.Page list(
            @Parameter(description = "Only revisions with a smaller number") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "At most so many, 1 to 200") @RequestParam(defaultValue = "50") int limit) {
        new Checks()
                .require(limit >= 1 && limit <= 200, "limit", "Must be from 1 to 200.")
                .done();
        return new RevisionAnswer.Page(requests.before(before == null ? Long.MAX_VALUE : before, limit).stream()
                .map(RevisionAnswer::of)
                .toList());
    }

    @GetMapping("/{number}")
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(operationId = "getRevision", summary = "See where a revision stands")
    ResponseEntity<RevisionAnswer> get(@PathVariable long number) {
        return answer(requests.info(number));
    }

    @GetMapping(
            path = "/{number}/document",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE})
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(operationId = "getRevisionDocument", summary = "Read the catalog of one revision")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = StrategyDocument.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                        schema = @Schema(implementation = StrategyDocument.class))
            })
    ResponseEntity<byte[]> document(
            @PathVariable long number, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return texts.answer(requests.document(number), number, headers);
    }

    @GetMapping("/{number}/diff")
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "See what a revision changes",
            description = "Against another revision: the live one when absent, or its base when it is the live one.")
    RevisionAnswer.Difference difference(
            @PathVariable long number,
            @Parameter(description = "Number of the other revision; 0 is the empty one")
                    @RequestParam(required = false)
                    @Nullable
                    Long against) {
        RevisionInfo info = requests.info(number);
        long other = against != null
                ? against
                : info.live() || !live.exists() ? info.base() : live.current().revision();
        return new RevisionAnswer.Difference(
                number,
                other,
                requests.difference(other, number).stream()
                        .map(RevisionAnswer.Change::of)
                        .toList());
    }

    @PostMapping("/{number}/submit")
    @NeedsScope(Scope.CATALOG_WRITE)
    @Operation(operationId = "submitRevision", summary = "Hand a draft in for review")
    ResponseEntity<RevisionAnswer> submit(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return answer(requests.submit(number, RevisionBody.note(body), Callers.who(client)));
    }

    @PostMapping("/{number}/approve")
    @NeedsScope(Scope.CATALOG_PUBLISH)
    @Operation(
            operationId = "approveRevision",
            summary = "Agree to a submitted revision",
            description = "Where a second person is required, its author cannot.")
    ResponseEntity<RevisionAnswer> approve(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return answer(requests.approve(number, RevisionBody.note(body), Callers.who(client)));
    }

    @PostMapping("/{number}/return")
    @NeedsScope(Scope.CATALOG_PUBLISH)
    @Operation(operationId = "returnRevision", summary = "Give a submitted or approved revision back as a draft")
    ResponseEntity<RevisionAnswer> sendBack(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return answer(requests.sendBack(number, RevisionBody.note(body), Callers.who(client)));
    }

    @PostMapping("/{number}/discard")
    @NeedsScope(Scope.CATALOG_WRITE)
    @Operation(operationId = "discardRevision", summary = "End a change request without effect")
    ResponseEntity<RevisionAnswer> discard(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return answer(requests.discard(number, RevisionBody.note(body), Callers.who(client)));
    }

    @PostMapping("/{number}/publish")
    @NeedsScope(Scope.CATALOG_PUBLISH)
    @Operation(
            operationId = "publishRevision",
            summary = "Make a revision live",
            description =
                    "In one step for everybody. What has become live since it was made is kept: both are merged, and where"
                            + " both changed the same nothing is published and problems lists the places. A persona that fails"
                            + " stops it, too (422).")
    ResponseEntity<RevisionAnswer> publish(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return checked(() -> requests.publish(number, RevisionBody.note(body), Callers.who(client)));
    }

    @PostMapping("/{number}/rollback")
    @NeedsScope(Scope.CATALOG_PUBLISH)
    @Operation(
            operationId = "rollBackRevision",
            summary = "Make a revision live again that was live before",
            description = "Exactly as it was, under its own number.")
    ResponseEntity<RevisionAnswer> rollBack(
            @PathVariable long number, @RequestBody(required = false) @Nullable RevisionBody body, Principal client) {
        return checked(() -> requests.rollBack(number, RevisionBody.note(body), Callers.who(client)));
    }

    private static ResponseEntity<RevisionAnswer> checked(Supplier<RevisionInfo> step) {
        try {
            return answer(step.get());
        } catch (InvalidException e) {
            throw CatalogText.refused(e);
        }
    }

    private static ResponseEntity<RevisionAnswer> answer(RevisionInfo info) {
        return ResponseEntity.ok().eTag(CatalogText.tag(info.number())).body(RevisionAnswer.of(info));
    }
}
