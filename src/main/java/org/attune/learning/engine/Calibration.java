package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Straightens a model's log-odds online: slope and offset of Platt's scaling as a two-dimensional normal belief around
 * (1, 0) that gives a little of its certainty back at each answer, so that it follows drift.
 */
final class Calibration {

    private final double prior;
    private final double drift;
    private double slope;
    private double offset;
    private double slopeVariance;
    private double offsetVariance;
    private double covariance;

    Calibration(EngineSettings settings) {
        prior = settings.calibration();
        drift = settings.calibrationDrift();
        renew();
    }

    /** As before the first answer. */
    void renew() {
        slope = 1;
        offset = 0;
        slopeVariance = prior;
        offsetVariance = prior;
        covariance = 0;
    }

    double slope() {
        return slope;
    }

    double offset() {
        return offset;
    }

    double apply(double score) {
        return apply(slope, offset, score);
    }

    static double apply(double slope, double offset, double score) {
        return Numbers.clamp(slope * score + offset, -30, 30);
    }

    void learn(double score, boolean accepted, double weight) {
        double p = Numbers.sigmoid(apply(score));
        double alongSlope = slopeVariance * score + covariance;
        double alongOffset = covariance * score + offsetVariance;
        double curvature = weight * p * (1 - p);
        double damping = 1 + curvature * (alongSlope * score + alongOffset);
        double gain = weight * ((accepted ? 1 : 0) - p) / damping;
        double shrink = curvature / damping;
        slope = Math.max(0.1, slope + alongSlope * gain);
        offset += alongOffset * gain;
        slopeVariance -= alongSlope * alongSlope * shrink;
        offsetVariance -= alongOffset * alongOffset * shrink;
        covariance -= alongSlope * alongOffset * shrink;
        slopeVariance += drift * (prior - slopeVariance);
        offsetVariance += drift * (prior - offsetVariance);
        covariance -= drift * covariance;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(slope);
        out.writeDouble(offset);
        out.writeDouble(slopeVariance);
        out.writeDouble(offsetVariance);
        out.writeDouble(covariance);
    }

    Calibration readFrom(DataInput in) throws IOException {
        slope = in.readDouble();
        offset = in.readDouble();
        slopeVariance = in.readDouble();
        offsetVariance = in.readDouble();
        covariance = in.readDouble();
        return this;
    }
}
