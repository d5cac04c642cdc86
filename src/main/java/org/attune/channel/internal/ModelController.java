package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.decision.Decisions;
import org.attune.kernel.NotFoundException;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;
import org.attune.strategy.Strategies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How well the model of an action does. */
@RestController
@RequestMapping(path = ApiPaths.V1 + "/actions/{key}/model", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
class ModelController {
    private final Models models;
    private final Strategies strategies;
    private final Influences influences;

    ModelController(Models models, Strategies strategies, Influences influences) {
        this.models = models;
        this.strategies = strategies;
        this.influences = influences;
    }

    /** Figures measured progressively: each answer was predicted before it was learned. */
    @Schema(name = "Model")
    record Answer(
            String action,

            @Schema(description = "Positive and negative answers learned")
            long responses,

            @Schema(description = "Accepted ones") long positives,

            @Schema(description = "Whether there is enough evidence to trust the figures")
            boolean mature,

            @Schema(
                    types = {"number", "null"},
                    description = "0.5 tells nothing apart, 1 everything")
            @Nullable
            Double auc,

            @Schema(
                    types = {"number", "null"},
                    description = "Mean negative log likelihood, natural logarithm")
            @Nullable
            Double logLoss,

            @Schema(
                    types = {"number", "null"},
                    description = "The same for the running base rate")
            @Nullable
            Double baseLogLoss,

            @Schema(
                    types = {"number", "null"},
                    description = "Expected calibration error over ten bands")
            @Nullable
            Double calibrationError,

            @Schema(description = "Place in the outcome log up to which the models have learned")
            long position,

            @Schema(
                    description =
                            "What the model goes by, strongest first, over the latest 50 situations it was shown in")
            List<Influences.Influence> contributions) {}

    @GetMapping
    @NeedsScope(Scope.INSIGHT_READ)
    @Operation(
            operationId = "getModel",
            summary = "Read how well an action's model does",
            description = "Figures are null before the first answer.")
    Answer get(@PathVariable String key) {
        ModelFigures figures = models.figures(key).orElse(null);
        boolean known = figures != null
                || key.equals(Decisions.NONE)
                || strategies.document().catalog().action(key) != null;
        if (!known) {
            throw new NotFoundException("action", key);
        }
        return figures == null
                ? new Answer(key, 0, 0, false, null, null, null, null, models.position(), influences.of(key))
                : new Answer(
                        key,
                        figures.responses(),
                        figures.positives(),
                        figures.mature(),
                        finite(figures.auc()),
                        finite(figures.logLoss()),
                        finite(figures.baseLogLoss()),
                        finite(figures.calibrationError()),
                        models.position(),
                        influences.of(key));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
