package org.attune.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.history.History;
import org.attune.history.ShownSituation;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What models go by: the contributions of their predictors, as they are said to agents, over recent situations. */
@Service
public class PredictorReports {

    private static final int SITUATIONS = 200;
    private static final int BINS = 5;
    private static final int MOST_CATEGORIES = 8;

    private final Models models;
    private final History history;

    PredictorReports(Models models, History history) {
        this.models = models;
        this.history = history;
    }

    private record Sample(@Nullable Object value, double logit) {}

    /** All predictors that add something, the most important first; empty while the action was never shown. */
    public List<PredictorReport> of(String action) {
        List<ShownSituation> shown = history.shownSituations(action, SITUATIONS);
        List<List<Contribution>> explained = models.consult(model -> shown.stream()
                .map(each -> model.explain(
                        new ModelPath(each.issue(), each.group(), each.action()),
                        each.startingPropensity(),
                        each.situation()))
                .toList());
        Map<String, List<Sample>> samples = new TreeMap<>();
        explained.forEach(parts -> parts.stream()
                .filter(part -> !part.predictor().equals(Contribution.BASELINE))
                .forEach(part -> samples.computeIfAbsent(part.predictor(), name -> new ArrayList<>())
                        .add(new Sample(part.value(), part.logit()))));
        return samples.entrySet().stream()
                .map(each -> report(each.getKey(), each.getValue(), shown.size()))
                .sorted(Comparator.comparingDouble(PredictorReport::effect)
                        .reversed()
                        .thenComparing(PredictorReport::predictor))
                .toList();
    }

    private static PredictorReport report(String predictor, List<Sample> samples, int situations) {
        double size = 0;
        double sum = 0;
        List<Sample> numbers = new ArrayList<>();
        List<Sample> missing = new ArrayList<>();
        Map<String, List<Sample>> categories = new TreeMap<>();
        for (Sample each : samples) {
            size += Math.abs(each.logit);
            sum += each.logit;
            switch (each.value) {
                case null -> missing.add(each);
                case Number number -> numbers.add(each);
                case Object other ->
                    categories
                            .computeIfAbsent(other.toString(), none -> new ArrayList<>())
                            .add(each);
            }
        }
        List<PredictorReport.Bin> bins = new ArrayList<>(ranges(numbers));
        categories.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Sample>> each) ->
                        -each.getValue().size()))
                .limit(MOST_CATEGORIES)
                .forEach(each -> bins.add(new PredictorReport.Bin(
                        each.getKey(), null, null, each.getValue().size(), mean(each.getValue()))));
        if (!missing.isEmpty()) {
            bins.add(new PredictorReport.Bin(null, null, null, missing.size(), mean(missing)));
        }
        return new PredictorReport(predictor, size / situations, sum / situations, List.copyOf(bins));
    }

    private static List<PredictorReport.Bin> ranges(List<Sample> numbers) {
        List<Sample> sorted = new ArrayList<>(numbers);
        sorted.sort(Comparator.comparingDouble(PredictorReports::number));
        List<PredictorReport.Bin> bins = new ArrayList<>();
        int from = 0;
        for (int bin = 1; bin <= BINS && from < sorted.size(); bin++) {
            int to = Math.max(from + 1, sorted.size() * bin / BINS);
            while (to < sorted.size() && number(sorted.get(to)) == number(sorted.get(to - 1))) {
                to++;
            }
            List<Sample> here = sorted.subList(from, to);
            bins.add(new PredictorReport.Bin(
                    null, number(here.getFirst()), number(here.getLast()), here.size(), mean(here)));
            from = to;
        }
        return bins;
    }

    private static double number(Sample sample) {
        return sample.value instanceof Number number ? number.doubleValue() : 0;
    }

    private static double mean(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::logit).average().orElse(0);
    }
}
