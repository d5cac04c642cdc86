package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns how likely a customer is to accept an action: Bayesian logistic regressions that learn from each answer at
 * once, share strength along global &lt;- issue &lt;- group &lt;- action, are mixed by how well they did, and are kept
 * calibrated. docs/decisions/0003-learning-engine.md says why and names the papers.
 *
 * <p>The engine is a pure function of its settings and of the sequence of {@link #learn} calls: the same log gives the
 * same bytes on every machine.
 *
 * <p>Not thread-safe by itself: callers hold a lock. {@code learn} needs it alone; all other methods only read and may
 * run side by side under a read lock, each thread with its own {@link Encoded}.
 *
 * <p>The engine does not know which attributes are protected: callers pass permitted predictors only.
 */
public final class LearningEngine {

    /** Largest weight of a single answer. */
    public static final double MAX_WEIGHT = 100;

    private final EngineSettings settings;
    private final FeatureSpace space;
    private final Mixture mixture;
    private final Node global;
    private final Map<String, Node> issues = new LinkedHashMap<>();
    private final Map<String, Node> groups = new LinkedHashMap<>();
    private final Map<String, ActionModel> actions = new LinkedHashMap<>();
    private final HealthCounter total;
    /** Stand for levels nobody has answered about yet. */
    private final Node blankIssue;

    private final Node blankGroup;
    private final Node blankAction;
    private final Calibration blankCalibration;
    private int sharedNodes = 3;
    private long learned;

    /** An engine that has learned nothing. */
    public LearningEngine(EngineSettings settings) {
        this(settings, new FeatureSpace(settings));
    }

    private LearningEngine(EngineSettings settings, FeatureSpace space) {
        this.settings = settings;
        this.space = space;
        mixture = new Mixture(settings);
        total = new HealthCounter();
        global = new Node(0, settings.experts(), settings.globalIntercept());
        blankIssue = node(1);
        blankGroup = node(2);
        blankAction = node(0);
        blankCalibration = new Calibration(settings);
    }

    /** The settings this engine was made with. */
    public EngineSettings settings() {
        return settings;
    }

    /** Answers learned since the log began. */
    public long learned() {
        return learned;
    }

    /**
     * Prepares a situation for any number of predictions; once per decision.
     *
     * @param situation predictor to Double, String or Boolean (other numbers are read as double); an absent predictor is
     *     missing, which is a value of its own; unknown predictors and categories do no harm
     * @throws IllegalArgumentException for a value of another type
     */
    public Encoded encode(Map<String, Object> situation) {
        return space.encode(this, situation);
    }

    /**
     * The propensity of one action in a situation.
     *
     * @param startingPropensity where an action begins that nobody has answered about, 0 to 1; not read afterwards
     * @param e what {@link #encode} of this engine returned
     */
    public Prediction predict(ModelPath path, double startingPropensity, Encoded e) {
        ActionModel action = actions.get(path.action());
        score(path, startingPropensity, action, e);
        Calibration calibration = action == null ? blankCalibration : action.calibration;
        double logit = Numbers.clamp(calibration.apply(mixture.mix(e.score)), -30, 30);
        double variance = mixture.mix(e.explored) * calibration.slope() * calibration.slope();
        long evidence = action == null ? 0 : action.node.answers;
        return new Prediction(Numbers.sigmoid(logit), logit, variance, evidence);
    }

    /**
     * Draws a propensity from the belief about the explored part (Thompson 1933; scaled as in Chapelle and Li 2011).
     *
     * @param seed derived from the decision and the action; the same seed draws the same number
     */
    public double sample(Prediction p, long seed) {
        return Numbers.sigmoid(p.logit() + settings.thompson() * Math.sqrt(p.variance()) * Numbers.gaussian(seed));
    }

    /**
     * Learns one answer; the prediction made just before it is counted in the model's health.
     *
     * @param startingPropensity as for {@link #predict}; read only at the action's first answer
     * @param situation the predictors as they stood when the decision was made
     * @param accepted true for accepted, false for declined; neutral outcomes are not learned
     * @param weight how many answers this one counts for, above 0 and at most {@link #MAX_WEIGHT}; 1 as a rule
     * @throws IllegalArgumentException for an impossible weight, propensity or predictor; nothing is learned then
     */
    public void learn(
            ModelPath path, double startingPropensity, Map<String, Object> situation, boolean accepted, double weight) {
        if (!(weight > 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("The weight of an answer must lie above 0 and up to 100: " + weight);
        }
        checkPropensity(startingPropensity);
        space.observe(situation, this::split);
        Encoded x = space.encode(this, situation);
        Node issue = issues.computeIfAbsent(path.issue(), k -> node(sharedNodes++));
        Node group = groups.computeIfAbsent(path.groupKey(), k -> node(sharedNodes++));
        ActionModel action = actions.get(path.action());
        if (action == null) {
            action = new ActionModel(node(0), start(path, startingPropensity), new Calibration(settings));
            actions.put(path.action(), action);
        }
        score(path, startingPropensity, action, x);
        double mixed = mixture.mix(x.score);
        double logit = Numbers.clamp(action.calibration.apply(mixed), -30, 30);
        double propensity = Numbers.sigmoid(logit);
        action.health.record(logit, propensity, accepted);
        total.record(logit, propensity, accepted);

        Node[] shared = {global, issue, group};
        for (Node node : shared) {
            node.count(x.shared(node, learned), accepted, weight);
        }
        action.node.count(x.score, accepted, weight);
        action.countContributions(contributions(x, action, shared));
        action.calibration.learn(mixed, accepted, weight);
        double[] gain = new double[x.score.length];
        double[] shrink = new double[x.score.length];
        for (int e = 0; e < gain.length; e++) {
            double p = Numbers.sigmoid(x.score[e]);
            double curvature = weight * Math.max(p * (1 - p), 1e-6);
            double damping = 1 + curvature * x.variance[e];
            gain[e] = weight * ((accepted ? 1 : 0) - p) / damping;
            shrink[e] = curvature / damping;
        }
        for (Node node : shared) {
            node.learn(x, gain, shrink, space.features());
        }
        action.node.learn(x, gain, shrink, space.features());
        mixture.learn(x.score, accepted, weight);
        learned++;
    }

    /**
     * Why the propensity is what it is: {@link Contribution#BASELINE} first, then the predictors by size of their
     * effect. The logits sum to the prediction's logit within 1e-9.
     */
    public List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation) {
        Encoded x = encode(situation);
        double rest = predict(path, startingPropensity, x).logit();
        ActionModel action = actions.get(path.action());
        Node[] shared = {
            global, issues.getOrDefault(path.issue(), blankIssue), groups.getOrDefault(path.groupKey(), blankGroup)
        };
        double[] raw = contributions(x, action, shared);
        List<Contribution> found = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            double logit = raw[i] - (action == null ? 0 : action.usual(i));
            if (logit != 0) {
                String name = space.predictors().get(i).name;
                found.add(new Contribution(name, situation.get(name), logit));
                rest -= logit;
            }
        }
        found.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.logit()))
                .thenComparing(Contribution::predictor));
        found.addFirst(new Contribution(Contribution.BASELINE, null, rest));
        return List.copyOf(found);
    }

    /** Health of one action's model; all zero for an action nobody has answered about. */
    public ModelHealth health(String action) {
        ActionModel model = actions.get(action);
        return (model == null ? new HealthCounter() : model.health).health();
    }

    /** Health of every action's model, in the order in which the log first named them. */
    public Map<String, ModelHealth> health() {
        Map<String, ModelHealth> all = new LinkedHashMap<>();
        actions.forEach((key, model) -> all.put(key, model.health.health()));
        return Collections.unmodifiableMap(all);
    }

    /** Health over all actions together. */
    public ModelHealth totalHealth() {
        return total.health();
    }

    /** The whole engine in its stored format, see {@link Snapshot}. */
    public byte[] toBytes() {
        return Snapshot.write(this);
    }

    /**
     * The engine that wrote these bytes.
     *
     * @throws IllegalArgumentException when they are not a stored engine, are damaged, or are of a format this version
     *     does not know: replay the log instead
     */
    public static LearningEngine fromBytes(byte[] bytes) {
        return Snapshot.read(bytes);
    }

    /** SHA-256 of {@link #toBytes()} in lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Leaves score and variance per expert in the encoded situation. */
    private void score(ModelPath path, double startingPropensity, @Nullable ActionModel action, Encoded x) {
        if (x.owner != this) {
            throw new IllegalArgumentException("This situation was encoded by another engine");
        }
        Node issue = issues.getOrDefault(path.issue(), blankIssue);
        Node group = groups.getOrDefault(path.groupKey(), blankGroup);
        double[] ofGlobal = x.shared(global, learned);
        double[] ofIssue = x.shared(issue, learned);
        double[] ofGroup = x.shared(group, learned);
        double[] start = action == null ? start(path, startingPropensity) : action.start;
        x.clear();
        (action == null ? blankAction : action.node).add(x, x.score, 0, x.explored, 0);
        int n = x.score.length;
        for (int e = 0; e < n; e++) {
            x.score[e] += start[e] + ofGlobal[e] + ofIssue[e] + ofGroup[e];
            x.explored[e] += ofGroup[n + e];
            x.variance[e] = x.explored[e] + ofGlobal[n + e] + ofIssue[n + e];
        }
    }

    /** What a new action's score starts from, so that with the shared levels' usual scores it meets the cold start. */
    private double[] start(ModelPath path, double startingPropensity) {
        checkPropensity(startingPropensity);
        Node issue = issues.getOrDefault(path.issue(), blankIssue);
        Node group = groups.getOrDefault(path.groupKey(), blankGroup);
        double logit = Numbers.logit(ColdStart.propensity(
                settings.coldStart(), startingPropensity, group.evidence(), issue.evidence()));
        double[] start = new double[settings.experts().size()];
        for (int e = 0; e < start.length; e++) {
            start[e] = logit - global.usual[e] - issue.usual[e] - group.usual[e];
        }
        return start;
    }

    /** What each predictor adds to the calibrated logit. */
    private double[] contributions(Encoded x, @Nullable ActionModel action, Node[] shared) {
        double[] sum = new double[space.predictors().size()];
        Node own = action == null ? blankAction : action.node;
        double slope = action == null ? 1 : action.calibration.slope();
        for (int i = 0; i < x.size; i++) {
            if (x.predictor[i] >= 0) {
                double mixed = 0;
                for (int e = 0; e < mixture.weight.length; e++) {
                    double part = own.part(x, i, e);
                    for (Node node : shared) {
                        part += node.part(x, i, e);
                    }
                    mixed += mixture.weight[e] * part;
                }
                sum[x.predictor[i]] += slope * mixed;
            }
        }
        return sum;
    }

    private void split(int oldFeature, int newFeature) {
        global.split(oldFeature, newFeature);
        issues.values().forEach(node -> node.split(oldFeature, newFeature));
        groups.values().forEach(node -> node.split(oldFeature, newFeature));
        actions.values().forEach(action -> action.node.split(oldFeature, newFeature));
    }

    private Node node(int number) {
        return new Node(number, settings.experts(), settings.intercept());
    }

    private static void checkPropensity(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A starting propensity lies between 0 and 1: " + p);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(learned);
        space.write(out);
        mixture.write(out);
        total.write(out);
        global.write(out);
        for (Map<String, Node> level : List.of(issues, groups)) {
            out.writeInt(level.size());
            for (Map.Entry<String, Node> entry : level.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().number);
                entry.getValue().write(out);
            }
        }
        out.writeInt(actions.size());
        for (Map.Entry<String, ActionModel> entry : actions.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
    }

    static LearningEngine read(DataInput in, EngineSettings settings) throws IOException {
        long learned = in.readLong();
        LearningEngine it = new LearningEngine(settings, FeatureSpace.read(in, settings));
        it.learned = learned;
        it.mixture.readFrom(in);
        it.total.readFrom(in);
        it.global.readFrom(in);
        for (Map<String, Node> level : List.of(it.issues, it.groups)) {
            int nodes = in.readInt();
            for (int i = 0; i < nodes; i++) {
                String key = in.readUTF();
                level.put(key, it.node(in.readInt()).readFrom(in));
                it.sharedNodes++;
            }
        }
        int actions = in.readInt();
        for (int i = 0; i < actions; i++) {
            String key = in.readUTF();
            double[] start = new double[settings.experts().size()];
            it.actions.put(key, new ActionModel(it.node(0), start, new Calibration(settings)).readFrom(in));
        }
        return it;
    }
}
