package org.attune.simulation.engine;

/** A weighted mean that is collected one value at a time, with its linearised standard error. */
final class WeightedMean {
    private long n;
    private double weight;
    private double weight2;
    private double sum;
    private double sum2;
    private double cross;
    private double heaviest;

    void add(double w, double value) {
        n++;
        weight += w;
        weight2 += w * w;
        sum += w * value;
        sum2 += w * w * value * value;
        cross += w * w * value;
        heaviest = Math.max(heaviest, w);
    }

    /** Self-normalised: divided by the sum of the weights. */
    PolicyValue normalised(long rows) {
        double mean = weight > 0 ? sum / weight : Double.NaN;
        double square = sum2 - 2 * mean * cross + mean * mean * weight2;
        return new PolicyValue(mean, Math.sqrt(Math.max(0, square)) / weight, effective(), heaviest, rows);
    }

    /** Divided by how many there are: unbiased, and wider. */
    PolicyValue plain() {
        double mean = sum / n;
        double variance = sum2 / n - mean * mean;
        return new PolicyValue(mean, Math.sqrt(Math.max(0, variance) / n), effective(), heaviest, n);
    }

    private double effective() {
        return weight2 > 0 ? weight * weight / weight2 : 0;
    }
}
