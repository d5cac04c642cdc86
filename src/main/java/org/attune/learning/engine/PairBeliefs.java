package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the experts that look at pairs believe about them, for all actions together: an independent normal belief per
 * place and expert, learned as in {@link Node}.
 */
final class PairBeliefs {

    /** Numbers of the experts that look at pairs. */
    private final int[] expert;

    private final double[] prior;
    private final double[] drift;

    /** Per place and expert: mean, and how much narrower than the prior the variance has become. */
    private final double[] belief;

    private final int stride;

    PairBeliefs(List<EngineSettings.Expert> experts) {
        expert = IntStream.range(0, experts.size())
                .filter(e -> experts.get(e).pairs() > 0)
                .toArray();
        prior = IntStream.of(expert).mapToDouble(e -> experts.get(e).pairs()).toArray();
        drift = IntStream.of(expert).mapToDouble(e -> experts.get(e).drift()).toArray();
        stride = 2 * expert.length;
        belief = new double[Pairs.PLACES * stride];
    }

    /** Adds the pairs' part to the experts' scores, from a place on. */
    void addScores(Encoded x, double[] scores, int at) {
        for (int k = 0; k < expert.length; k++) {
            double sum = 0;
            for (int i = 0; i < x.pairs; i++) {
                sum += belief[x.pair[i] * stride + 2 * k] * x.pairValue[i];
            }
            scores[at + expert[k]] += sum;
        }
    }

    /** Adds the variance of the pairs' part. */
    void addVariances(Encoded x, double[] variances, int at) {
        for (int k = 0; k < expert.length; k++) {
            double sum = 0;
            for (int i = 0; i < x.pairs; i++) {
                double value = x.pairValue[i];
                sum += (prior[k] - belief[x.pair[i] * stride + 2 * k + 1]) * value * value;
            }
            variances[at + expert[k]] += sum;
        }
    }

    /** What the i-th pair adds to the score, as the experts are weighed. */
    double part(Encoded x, int i, double[] weight) {
        double sum = 0;
        for (int k = 0; k < expert.length; k++) {
            sum += weight[expert[k]] * belief[x.pair[i] * stride + 2 * k] * x.pairValue[i];
        }
        return sum;
    }

    void learn(Encoded x) {
        for (int k = 0; k < expert.length; k++) {
            learn(x, 2 * k, prior[k], drift[k], x.gain[expert[k]], x.shrink[expert[k]]);
        }
    }

    private void learn(Encoded x, int column, double prior, double drift, double gain, double shrink) {
        for (int i = 0; i < x.pairs; i++) {
            int at = x.pair[i] * stride + column;
            double narrower = belief[at + 1];
            double reach = (prior - narrower) * x.pairValue[i];
            belief[at] += reach * gain;
            narrower += reach * reach * shrink;
            belief[at + 1] = narrower - drift * narrower;
        }
    }

    void write(DataOutput out) throws IOException {
        int used = 0;
        for (int place = 0; place < Pairs.PLACES; place++) {
            used += touched(place) ? 1 : 0;
        }
        out.writeInt(used);
        for (int place = 0; place < Pairs.PLACES; place++) {
            if (touched(place)) {
                out.writeInt(place);
                for (int i = 0; i < stride; i++) {
                    out.writeDouble(belief[place * stride + i]);
                }
            }
        }
    }

    private boolean touched(int place) {
        for (int i = 0; i < stride; i++) {
            if (belief[place * stride + i] != 0) {
                return true;
            }
        }
        return false;
    }

    void readFrom(DataInput in) throws IOException {
        int used = in.readInt();
        for (int n = 0; n < used; n++) {
            int place = in.readInt();
            for (int i = 0; i < stride; i++) {
                belief[place * stride + i] = in.readDouble();
            }
        }
    }
}
