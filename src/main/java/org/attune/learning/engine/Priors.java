package org.attune.learning.engine;

import java.util.List;

/**
 * How wide each expert's belief about a weight is before any answer. An expert that does not read a kind of feature has a
 * belief of width zero about it: it never moves and adds nothing.
 */
final class Priors {

    private final double[] intercept;
    private final double[][] byKind = new double[3][];
    private final boolean[] joint;

    private Priors(EngineSettings settings, double intercept, boolean ofAll) {
        List<EngineSettings.Expert> experts = settings.experts();
        this.intercept = new double[experts.size()];
        joint = new boolean[experts.size()];
        for (int e = 0; e < experts.size(); e++) {
            joint[e] = !ofAll && experts.get(e).covaries();
            this.intercept[e] = ofAll && experts.get(e).joint() > 0 ? 0 : intercept;
        }
        for (byte kind = 0; kind < byKind.length; kind++) {
            byKind[kind] = new double[experts.size()];
            for (int e = 0; e < experts.size(); e++) {
                boolean reads = reads(experts.get(e).encoding(), kind)
                        && !(ofAll && experts.get(e).joint() > 0);
                byKind[kind][e] = reads ? experts.get(e).prior() : 0;
            }
        }
    }

    /** Those of the level of all actions, where an expert with a joint belief has no weights beside it. */
    static Priors ofAll(EngineSettings settings) {
        return new Priors(settings, settings.globalIntercept(), true);
    }

    /** Those of the levels below. */
    static Priors ofSome(EngineSettings settings) {
        return new Priors(settings, settings.intercept(), false);
    }

    /** Prior variances of a feature's weight, per expert; not to be written to. */
    double[] of(int feature, byte kind) {
        return feature == FeatureSpace.INTERCEPT ? intercept : byKind[kind];
    }

    /** Whether an expert believes the first features of such a level jointly, see {@link LevelCovariance}. */
    boolean joint(int expert) {
        return joint[expert];
    }

    private static boolean reads(EngineSettings.Encoding encoding, byte kind) {
        return switch (kind) {
            case Encoded.LINE -> encoding != EngineSettings.Encoding.BINNED;
            case Encoded.BIN -> encoding != EngineSettings.Encoding.LINEAR;
            default -> true;
        };
    }
}
