package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.attune.access.NeedsScope;
import org.attune.access.Scope;
import org.attune.decision.Decisions;
import org.attune.kernel.NotFoundException;
import org.attune.learning.Engines;
import org.attune.learning.Models;
import org.attune.learning.PredictorReport;
import org.attune.learning.PredictorReports;
import org.attune.learning.engine.ModelHealth;
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
    private static final int LONGEST = 30;

    private final Models models;
    private final Strategies strategies;
    private final Engines engines;
    private final PredictorReports reports;

    ModelController(Models models, Strategies strategies, Engines engines, PredictorReports reports) {
        this.models = models;
        this.strategies = strategies;
        this.engines = engines;
        this.reports = reports;
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

            @Schema(
                    types = {"number", "null"},
                    description = "Mean log loss lately, over some 500 answers")
            @Nullable
            Double recentLogLoss,

            @Schema(description = "Whether it began to err more than its own past let expect, in its last 500 answers")
            boolean drifting,

            @Schema(description = "How often that happened so far")
            long driftAlarms,

            @Schema(
                    description =
                            "How often what it knew about the action alone was learned anew, since it no longer held")
            long renewals,

            @Schema(description = "Predictions by tenth of the scale beside what came; tenths without answers left out")
            List<Band> calibration,

            @Schema(
                    description =
                            "Share of the acceptances among the best-scored 0, 10 ... 100 % of answers; empty before the"
                                    + " first acceptance")
            List<Double> gains,

            @Schema(
                    description =
                            "How many times as many acceptances the best-scored tenth holds as chance would put there")
            double liftOfBestTenth,

            @Schema(description = "Name of the engine setting that scores")
            String engine,

            @Schema(description = "Place in the outcome log up to which the models have learned")
            long position,

            @Schema(
                    description =
                            "What the model goes by, strongest first, over the latest 200 situations it was shown in")
            List<Influence> contributions) {}

    /** Predictions of a tenth of the scale beside what came. */
    @Schema(name = "CalibrationBand")
    record Band(
            @Schema(description = "Answers whose propensity lay in this tenth")
            long responses,

            @Schema(description = "Their mean propensity") double predicted,

            @Schema(description = "Their acceptance rate") double observed) {}

    /** What one predictor adds. */
    @Schema(name = "Contribution")
    record Influence(
            String predictor,

            @Schema(description = "Mean size of what it adds to the log-odds of acceptance, whatever the sign")
            double effect,

            @Schema(description = "Mean of what it adds: above 0 speaks for, below 0 against")
            double mean,

            @Schema(description = "The same by value; numbers in up to five ranges of equal counts")
            List<Bin> bins) {
        static Influence of(PredictorReport report) {
            return new Influence(
                    report.predictor(),
                    report.effect(),
                    report.mean(),
                    report.bins().stream()
                            .map(each ->
                                    new Bin(each.value(), each.from(), each.to(), each.situations(), each.effect()))
                            .toList());
        }
    }

    /** One value or range of a predictor. */
    @Schema(name = "ContributionBin")
    record Bin(
            @Schema(
                    types = {"string", "null"},
                    description = "Category or truth value; null for a range, and for a missing value")
            @Nullable
            String value,

            @Schema(
                    types = {"number", "null"},
                    description = "Smallest number of the range")
            @Nullable
            Double from,

            @Schema(
                    types = {"number", "null"},
                    description = "Largest number of the range")
            @Nullable
            Double to,

            @Schema(description = "Situations that fell into it")
            int situations,

            @Schema(description = "Mean of what it adds to the log-odds")
            double effect) {}

    @GetMapping
    @NeedsScope(Scope.INSIGHT_READ)
    @Operation(
            operationId = "getModel",
            summary = "Read how well an action's model does",
            description = "Figures are null before the first answer.")
    Answer get(@PathVariable String key) {
        ModelHealth health = models.health(key).orElse(null);
        boolean known = health != null
                || key.equals(Decisions.NONE)
                || strategies.document().catalog().action(key) != null;
        if (!known) {
            throw new NotFoundException("action", key);
        }
        String engine = engines.champion().key();
        List<Influence> influences =
                reports.of(key).stream().limit(LONGEST).map(Influence::of).toList();
        if (health == null) {
            return new Answer(
                    key,
                    0,
                    0,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    0,
                    0,
                    List.of(),
                    List.of(),
                    1,
                    engine,
                    models.position(),
                    influences);
        }
        return new Answer(
                key,
                health.responses(),
                health.positives(),
                health.mature(),
                finite(health.auc()),
                finite(health.logLoss()),
                finite(health.baseLogLoss()),
                finite(health.calibrationError()),
                finite(health.recentLogLoss()),
                health.drifting(),
                health.driftAlarms(),
                health.renewals(),
                health.bands().stream()
                        .filter(each -> each.responses() > 0)
                        .map(each -> new Band(each.responses(), each.predicted(), each.observed()))
                        .toList(),
                health.gains(),
                health.lift(),
                engine,
                models.position(),
                influences);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
