package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.strategy.Strategies;
import org.attune.strategy.StrategyDocument;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The catalog with its policies and settings as one document. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/catalog")
@Tag(name = "Catalog")
class CatalogController {
    private final Strategies strategies;
    private final JsonMapper json;

    CatalogController(Strategies strategies, JsonMapper json) {
        this.strategies = strategies;
        this.json = json;
    }

    /** The format follows Accept: application/json (the default) or application/yaml. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE})
    @NeedsScope(Scope.CATALOG_READ)
    @Operation(
            operationId = "getCatalog",
            summary = "Read the whole live catalog",
            description =
                    "Issues, groups, actions with treatments and policies, contact policy and arbitration settings. ETag is"
                            + " the revision.")
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
    ResponseEntity<ObjectNode> get() {
        StrategyDocument document;
        long revision;
        do { // the two are read one after the other: make sure that they belong together
            revision = strategies.revision();
            document = strategies.document();
        } while (revision != strategies.revision());
        ObjectNode answer = json.createObjectNode().put("revision", revision);
        answer.setAll((ObjectNode) json.valueToTree(document));
        return ResponseEntity.ok().eTag("revision-" + revision).body(answer);
    }
}
