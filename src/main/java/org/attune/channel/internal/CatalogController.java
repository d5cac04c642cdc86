package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.kernel.InvalidException;
import org.attune.kernel.NotFoundException;
import org.attune.strategy.ChangeRequests;
import org.attune.strategy.DocumentText;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.RevisionInfo;
import org.attune.strategy.Strategy;
import org.attune.strategy.StrategyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalog with its policies and settings as one document, out and in. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/catalog")
@Tag(name = "Catalog")
class CatalogController {
    private final LiveStrategy live;
    private final ChangeRequests requests;
    private final CatalogText texts;

    CatalogController(LiveStrategy live, ChangeRequests requests, CatalogText texts) {
        this.live = live;
        this.requests = requests;
        this.texts = texts;
    }

    /** The format follows Accept: application/json (the default) or application/yaml. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE})
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(
            operationId = "getCatalog",
            summary = "Read the whole live catalog",
            description =
                    "Issues, groups, actions with treatments and policies, contact policy, settings and personas. ETag is the"
                            + " revision. What is read here and sent back unchanged is the same catalog, letter for letter.")
    @ApiResponse(
            responseCode = "200",
            description = "The live revision",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = StrategyDocument.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                        schema = @Schema(implementation = StrategyDocument.class))
            })
    ResponseEntity<byte[]> get(@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        if (!live.exists()) {
            throw new ProblemException(ApiProblem.of(
                    ProblemType.NOT_FOUND,
                    "There is no live catalog yet. PUT one to " + ApiPaths.V1 + "/catalog and publish its revision."));
        }
        Strategy strategy = live.current();
        return texts.answer(strategy.document(), strategy.revision(), headers);
    }

    @PutMapping(
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.CATALOG_WRITE)
    @Operation(
            operationId = "putCatalog",
            summary = "Draft a whole catalog",
            description =
                    "Makes a draft revision; nothing changes for anybody until it is published. If-Match says from which"
                            + " revision it was made, the live one when absent. Everything that is wrong is listed at once, each"
                            + " error with its place.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = StrategyDocument.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                                        schema = @Schema(implementation = StrategyDocument.class))
                            }))
    @ApiResponse(responseCode = "201", description = "The draft; ETag is its revision")
    ResponseEntity<RevisionAnswer> put(
            @RequestBody byte[] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(description = "ETag of the revision it was made from")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "What changes, for those who review it") @RequestParam(defaultValue = "")
                    String note,
            Principal client) {
        Long stated = CatalogText.revision(ifMatch);
        new Checks().atMost(500, note, "note").done();
        DocumentText.Read read = texts.read(body, headers.getContentType());
        long base = base(stated, read.revision());
        try {
            RevisionInfo draft = requests.draft(read.document(), base, note.strip(), Callers.who(client));
            return ResponseEntity.created(URI.create(ApiPaths.V1 + "/catalog/revisions/" + draft.number()))
                    .eTag(CatalogText.tag(draft.number()))
                    .body(RevisionAnswer.of(draft));
        } catch (InvalidException e) {
            throw CatalogText.refused(e);
        } catch (NotFoundException e) {
            throw CatalogText.precondition("There is no revision " + base + " that this could have been made from.");
        }
    }

    private long base(@Nullable Long stated, @Nullable Long written) {
        if (stated != null) {
            return stated;
        }
        if (written != null) {
            return written;
        }
        return live.exists() ? live.current().revision() : 0;
    }
}
