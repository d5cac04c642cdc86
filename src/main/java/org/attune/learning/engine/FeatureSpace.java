package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    /** By name. */
    private final List<Predictor> inOrder = new ArrayList<>();

    private final Map<String, Predictor> byName = new HashMap<>();
    private int features = 1;
    private int coarse;

    FeatureSpace(EngineSettings settings) {
        this.settings = settings;
    }

    /** @param kind as in {@link Features#kind} */
    int newFeature(byte kind, Growth listener) {
        listener.opened(kind);
        return features++;
    }

    /** Coarse bins have a numbering of their own. */
    int newCoarse() {
        return coarse++;
    }

    List<Predictor> predictors() {
        return predictors;
    }

    /**
     * Learns names, ranges and categories from a situation, in the order of the names, and then reads its features; the
     * listener is told what is new.
     *
     * @throws IllegalArgumentException for a value of another type; nothing is learned then
     */
    void observe(Map<String, Object> situation, Growth listener, Encoded x) {
        int n = inOrder.size();
        @Nullable Object[] facts = new Object[n];
        int known = 0;
        for (Predictor predictor : inOrder) {
            Object fact = situation.get(predictor.name);
            if (fact != null) {
                check(predictor.name, fact);
                facts[predictor.number] = fact;
                known++;
            }
        }
        if (known < situation.size()) {
            observeNew(situation, listener);
            encode(situation, x);
            return;
        }
        for (Predictor predictor : inOrder) {
            Object fact = facts[predictor.number];
            if (fact != null) {
                observe(predictor, fact, listener);
            }
        }
        begin(x);
        for (int i = 0; i < n; i++) {
            encodeSeen(predictors.get(i), facts[i], x);
        }
        Pairs.encode(x);
    }

    /** What {@link #encode} would add, without looking for what was found a moment ago. */
    private static void encodeSeen(Predictor predictor, @Nullable Object fact, Encoded x) {
        switch (fact) {
            case null -> x.addText(predictor.missing, predictor.number);
            case Number n -> {
                double number = n.doubleValue();
                if (Double.isFinite(number)) {
                    predictor.addSeen(held(number), x);
                } else {
                    x.addText(predictor.missing, predictor.number);
                }
            }
            case String text -> encode(predictor, cut(text), predictor.seen(), x);
            default -> encode(predictor, fact.toString(), predictor.seen(), x);
        }
    }

    /** The same for a situation with predictors that were never seen. */
    private void observeNew(Map<String, Object> situation, Growth listener) {
        Map<String, Object> facts = new TreeMap<>(situation);
        facts.values().removeIf(Objects::isNull);
        facts.forEach(FeatureSpace::check);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            Predictor predictor = byName.get(fact.getKey());
            if (predictor == null) {
                if (predictors.size() >= settings.maxPredictors()) {
                    continue;
                }
                predictor = new Predictor(
                        predictors.size(),
                        fact.getKey(),
                        newFeature(Encoded.ALL, listener),
                        newFeature(Encoded.ALL, listener));
                add(predictor);
            }
            observe(predictor, fact.getValue(), listener);
        }
    }

    private void observe(Predictor predictor, Object fact, Growth listener) {
        switch (fact) {
            case Number n -> {
                double number = n.doubleValue();
                if (Double.isFinite(number)) {
                    predictor.observe(held(number), settings, this, listener);
                }
            }
            case String text -> predictor.observe(cut(text), settings, this, listener);
            default -> predictor.observe(fact.toString(), settings, this, listener);
        }
    }

    /** Fills in the features of a situation; changes nothing here and allocates nothing (but for overlong texts). */
    void encode(Map<String, Object> situation, Encoded x) {
        begin(x);
        for (int i = 0; i < predictors.size(); i++) {
            encode(i, situation.get(predictors.get(i).name), x);
        }
        Pairs.encode(x);
    }

    private void begin(Encoded x) {
        x.begin(predictors.size());
        x.add(INTERCEPT, 1, -1);
    }

    private void encode(int i, @Nullable Object fact, Encoded x) {
        Predictor predictor = predictors.get(i);
        switch (fact) {
            case null -> x.addText(predictor.missing, i);
            case Number n -> {
                double number = n.doubleValue();
                if (!Double.isFinite(number)) {
                    x.addText(predictor.missing, i);
                } else if (predictor.isNumeric()) {
                    double held = held(number);
                    x.addNumber(
                            predictor.line(),
                            predictor.zScore(held),
                            predictor.binOf(held),
                            predictor.coarseBinOf(held),
                            predictor.pairBinOf(held),
                            i);
                } else {
                    x.addText(predictor.other, i);
                }
            }
            case String text -> encode(predictor, cut(text), x);
            case Boolean yes -> encode(predictor, yes.toString(), x);
            case Object other -> check(predictor.name, other);
        }
    }

    private static void encode(Predictor predictor, String text, Encoded x) {
        encode(predictor, text, predictor.categoryOf(text), x);
    }

    private static void encode(Predictor predictor, String text, int feature, Encoded x) {
        if (feature == predictor.other) {
            x.addRare(feature, Pairs.rareCode(predictor.number, text), predictor.number);
        } else {
            x.addText(feature, predictor.number);
        }
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private static double held(double number) {
        return Numbers.clamp(number, -MAX_NUMBER, MAX_NUMBER);
    }

    private static void check(String name, Object value) {
        if (name.length() > MAX_TEXT) {
            throw new IllegalArgumentException("A predictor's name has at most " + MAX_TEXT + " characters: " + name);
        }
        if (!(value instanceof Number || value instanceof String || value instanceof Boolean)) {
            throw new IllegalArgumentException("Predictor " + name + " must be a number, a text or a boolean, not "
                    + value.getClass().getName());
        }
    }

    private void add(Predictor predictor) {
        predictors.add(predictor);
        int place = Collections.binarySearch(inOrder, predictor, Comparator.comparing(p -> p.name));
        inOrder.add(-place - 1, predictor);
        byName.put(predictor.name, predictor);
    }

    /** @param known what beliefs know of the same features */
    void write(DataOutput out, Features known) throws IOException {
        out.writeInt(features);
        out.writeInt(coarse);
        known.first().write(out);
        out.writeInt(predictors.size());
        for (Predictor predictor : predictors) {
            predictor.write(out);
        }
    }

    /** @param known is told what beliefs know of the same features */
    static FeatureSpace read(DataInput in, EngineSettings settings, Features known) throws IOException {
        FeatureSpace space = new FeatureSpace(settings);
        space.features = in.readInt();
        space.coarse = in.readInt();
        known.first().readFrom(in);
        byte[] kinds = new byte[space.features];
        int predictors = in.readInt();
        for (int i = 0; i < predictors; i++) {
            Predictor predictor = Predictor.read(i, in);
            predictor.tellKinds(kinds);
            space.add(predictor);
        }
        for (int feature = INTERCEPT + 1; feature < space.features; feature++) {
            known.open(kinds[feature]);
        }
        return space;
    }
}
