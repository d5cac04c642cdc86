package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.kernel.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures supervisors see. */
@RestController
@RequestMapping(ApiPaths.V1 + "/insight")
@Tag(name = "Insight")
class InsightController {
    private final Figures figures;
    private final ZoneId zone;

    InsightController(Figures figures, ZoneId zone) {
        this.figures = figures;
        this.zone = zone;
    }

    @GetMapping(
            path = "/actions",
            produces = {MediaType.APPLICATION_JSON_VALUE, ActionCsv.TYPE})
    @NeedsScope(Scope.INSIGHT_READ)
    @Operation(
            operationId = "getActionFigures",
            summary = "Read how the actions did",
            description =
                    "One row per action that was shown at least once, 'none' (listen) included. Days are local days of the"
                            + " company, both ends included.")
    @ApiResponse(
            responseCode = "200",
            description = "The rows; in CSV an interval takes two columns",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = ActionTable.Row.class))),
                @Content(mediaType = ActionCsv.TYPE, schema = @Schema(type = "string"))
            })
    ActionTable actions(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @Parameter(schema = @Schema(implementation = Channel.class)) @RequestParam(required = false) @Nullable
                    String channel) {
        new Checks()
                .require(from == null || to == null || !from.isAfter(to), "from", "Must not be after to.")
                .done();
        Channel only = channel == null || channel.isBlank() ? null : Channel.of(channel);
        return new ActionTable(figures.actions(new FigureFilter(from, to, only, zone)).stream()
                .map(ActionTable.Row::of)
                .toList());
    }
}
