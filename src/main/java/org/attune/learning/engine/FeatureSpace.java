package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Turns situations into features. Every feature has a number that never changes its meaning; predictors are numbered in
 * the order in which the log first named them (by name within one situation), never in hash order.
 */
final class FeatureSpace {

    /** The feature that is always there. */
    static final int INTERCEPT = 0;

    /** Longer texts are categories by their beginning. */
    private static final int MAX_TEXT = 200;

    /** Keeps sums of squares finite. */
    private static final double MAX_NUMBER = 1e100;

    private final EngineSettings settings;
    private final List<Predictor> predictors = new ArrayList<>();
    private final Map<String, Predictor> byName = new HashMap<>();
    private int features = 1;

    FeatureSpace(EngineSettings settings) {
        this.settings = settings;
    }

    int newFeature() {
        return features++;
    }

    int features() {
        return features;
    }

    List<Predictor> predictors() {
        return predictors;
    }

    /** Learns names, ranges and categories from a situation; cut bins are told to the listener. */
    void observe(Map<String, Object> situation, Predictor.SplitListener listener) {
        Map<String, Object> facts = new TreeMap<>(situation);
        facts.values().removeIf(Objects::isNull);
        facts.replaceAll(FeatureSpace::valueOf);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            Object value = fact.getValue();
            Predictor predictor = byName.get(fact.getKey());
            if (predictor == null) {
                if (predictors.size() >= settings.maxPredictors()) {
                    continue;
                }
                predictor = new Predictor(fact.getKey(), newFeature(), newFeature());
                add(predictor);
            }
            if (value instanceof Double number) {
                if (Double.isFinite(number)) {
                    predictor.observe(number, settings, this, listener);
                }
            } else {
                predictor.observe(value.toString(), settings, this);
            }
        }
    }

    /** The features of a situation; changes nothing here. */
    Encoded encode(LearningEngine owner, Map<String, Object> situation) {
        Encoded x = new Encoded(owner, settings.experts().size(), 2 * predictors.size() + 1);
        x.add(INTERCEPT, 1, -1, Encoded.ALL);
        for (int i = 0; i < predictors.size(); i++) {
            Predictor predictor = predictors.get(i);
            Object raw = situation.get(predictor.name);
            Object value = raw == null ? Double.NaN : valueOf(predictor.name, raw);
            if (value instanceof Double number) {
                if (!Double.isFinite(number)) {
                    x.add(predictor.missing, 1, i, Encoded.ALL);
                } else if (predictor.isNumeric()) {
                    x.add(predictor.line(), predictor.zScore(number), i, Encoded.LINE);
                    x.add(predictor.binOf(number), 1, i, Encoded.BIN);
                } else {
                    x.add(predictor.other, 1, i, Encoded.ALL);
                }
            } else {
                x.add(predictor.categoryOf(value.toString()), 1, i, Encoded.ALL);
            }
        }
        return x;
    }

    private static Object valueOf(String name, Object value) {
        if (name.length() > MAX_TEXT) {
            throw new IllegalArgumentException("A predictor's name has at most " + MAX_TEXT + " characters: " + name);
        }
        return switch (value) {
            case Number n -> {
                double number = n.doubleValue();
                yield Double.isFinite(number) ? Numbers.clamp(number, -MAX_NUMBER, MAX_NUMBER) : Double.NaN;
            }
            case String s -> s.length() > MAX_TEXT ? s.substring(0, MAX_TEXT) : s;
            case Boolean b -> b.toString();
            default ->
                throw new IllegalArgumentException("Predictor " + name + " must be a number, a text or a boolean, not "
                        + value.getClass().getName());
        };
    }

    private void add(Predictor predictor) {
        predictors.add(predictor);
        byName.put(predictor.name, predictor);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(features);
        out.writeInt(predictors.size());
        for (Predictor predictor : predictors) {
            predictor.write(out);
        }
    }

    static FeatureSpace read(DataInput in, EngineSettings settings) throws IOException {
        FeatureSpace space = new FeatureSpace(settings);
        space.features = in.readInt();
        int predictors = in.readInt();
        for (int i = 0; i < predictors; i++) {
            space.add(Predictor.read(in));
        }
        return space;
    }
}
