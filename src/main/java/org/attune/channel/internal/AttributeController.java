package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.customer.AttributeDefinition;
import org.attune.customer.AttributeType;
import org.attune.customer.Attributes;
import org.attune.customer.Sensitivity;
import org.attune.kernel.NotFoundException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The attribute dictionary. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/attributes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Attributes")
class AttributeController {
    private final Attributes attributes;

    AttributeController(Attributes attributes) {
        this.attributes = attributes;
    }

    /** A definition as a client reads it. */
    @Schema(name = "AttributeKept")
    record Answer(
            String key,
            AttributeType type,
            AttributeBody.LabelBody label,
            Sensitivity sensitivity,
            boolean predictor,
            String source,
            String group,
            String unit,
            boolean shown) {
        static Answer of(AttributeDefinition d) {
            return new Answer(
                    d.key(),
                    d.type(),
                    AttributeBody.LabelBody.of(d.label()),
                    d.sensitivity(),
                    d.predictor(),
                    d.source(),
                    d.group(),
                    d.unit(),
                    d.shown());
        }
    }

    @GetMapping
    @NeedsScope(Scope.CUSTOMERS_READ)
    @Operation(operationId = "listAttributes", summary = "Read the whole attribute dictionary")
    List<Answer> list() {
        return attributes.dictionary().all().stream().map(Answer::of).toList();
    }

    @GetMapping("/{key}")
    @NeedsScope(Scope.CUSTOMERS_READ)
    @Operation(operationId = "getAttribute", summary = "Read one attribute's definition")
    ResponseEntity<Answer> get(@PathVariable String key) {
        AttributeDefinition found = attributes.dictionary().find(key);
        if (found == null) {
            throw new NotFoundException("attribute", key);
        }
        return ResponseEntity.ok().eTag(tag(found)).body(Answer.of(found));
    }

    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @NeedsScope(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "putAttribute",
            summary = "Define or change an attribute",
            description =
                    "The type of an attribute that has values cannot change. A protected attribute (age, sex, origin,"
                            + " health, family and the like) is never a predictor. With If-Match it is only changed if nobody else"
                            + " did since it was read; with If-None-Match: * it is only defined anew.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Defined")
    ResponseEntity<Answer> put(
            @PathVariable String key, @RequestBody AttributeBody body, Principal client, HttpServletRequest request) {
        AttributeDefinition present = attributes.dictionary().find(key);
        AttributeDefinition wanted = body.definition(key, present);
        if (Precondition.check(request, "attribute", present == null ? null : tag(present))) {
            attributes.replace(present, wanted, Callers.who(client));
        } else {
            attributes.define(wanted, Callers.who(client));
        }
        return present == null
                ? ResponseEntity.created(URI.create(ApiPaths.V1 + "/attributes/" + key))
                        .eTag(tag(wanted))
                        .body(Answer.of(wanted))
                : ResponseEntity.ok().eTag(tag(wanted)).body(Answer.of(wanted));
    }

    private static String tag(AttributeDefinition definition) {
        return Precondition.tag(definition.toString());
    }
}
