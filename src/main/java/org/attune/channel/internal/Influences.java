package org.attune.channel.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.history.DecisionLine;
import org.attune.history.DecisionRecord;
import org.attune.history.FigureFilter;
import org.attune.history.Figures;
import org.attune.history.History;
import org.attune.learning.Models;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.springframework.stereotype.Component;

/** What a model goes by: the contributions of its predictors over the latest situations in which its action was shown. */
@Component
class Influences {
    private static final int SITUATIONS = 50;
    private static final int LONGEST = 30;

    private final Models models;
    private final Figures figures;
    private final History history;
    private final ZoneId zone;

    Influences(Models models, Figures figures, History history, ZoneId zone) {
        this.models = models;
        this.figures = figures;
        this.history = history;
        this.zone = zone;
    }

    /** What one predictor adds. */
    @Schema(name = "Contribution")
    record Influence(
            String predictor,

            @Schema(description = "Mean size of what it adds to the log-odds of acceptance, whatever the sign")
            double effect,

            @Schema(description = "Mean of what it adds: above 0 speaks for, below 0 against")
            double mean) {}

    /** The strongest predictors first; empty while the action was never shown. */
    List<Influence> of(String action) {
        Map<String, double[]> sums = new TreeMap<>();
        List<DecisionLine> shown =
                figures.behind(new FigureFilter(null, null, null, zone), action, "shown", 0, SITUATIONS);
        for (DecisionLine line : shown) {
            DecisionRecord decision = history.decision(line.decision());
            decision.offers().stream()
                    .filter(offer -> offer.action().equals(action))
                    .flatMap(offer -> models
                            .explain(
                                    new ModelPath(offer.issue(), offer.group(), offer.action()),
                                    offer.startingPropensity(),
                                    decision.situation())
                            .stream())
                    .filter(part -> !part.predictor().equals(Contribution.BASELINE))
                    .forEach(part -> {
                        double[] sum = sums.computeIfAbsent(part.predictor(), name -> new double[2]);
                        sum[0] += Math.abs(part.logit());
                        sum[1] += part.logit();
                    });
        }
        return sums.entrySet().stream()
                .map(each -> new Influence(
                        each.getKey(), each.getValue()[0] / shown.size(), each.getValue()[1] / shown.size()))
                .sorted(Comparator.comparingDouble(Influence::effect).reversed())
                .limit(LONGEST)
                .toList();
    }
}
