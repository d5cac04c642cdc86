package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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

    /** Version of the stored format; engines of one format turn one log into one model. */
    public static final int FORMAT = Snapshot.VERSION;

    /** Tells engines apart in memory; has no part in what they compute. */
    private static final AtomicLong IDS = new AtomicLong();

    private final EngineSettings settings;
    private final FeatureSpace space;
    private final Mixture mixture;
    private final HealthCounter total = new HealthCounter();
    private final Features known;
    private final Levels levels;
    private final Change change = new Change();
    private final Scorer scorer;
    private final Explainer explainer;
    private final Lesson lesson;
    private final long id = IDS.incrementAndGet();
    private final boolean covaries;
    private long learned;
    private boolean settled = true;

    /** An engine that has learned nothing. */
    public LearningEngine(EngineSettings settings) {
        this(settings, new FeatureSpace(settings), new Features());
    }

    private LearningEngine(EngineSettings settings, FeatureSpace space, Features known) {
        this.settings = settings;
        this.space = space;
        this.known = known;
        mixture = new Mixture(settings);
        levels = new Levels(settings, known, mixture);
        scorer = new Scorer(settings, levels, mixture);
        explainer = new Explainer(space, levels, scorer);
        lesson = lesson();
        covaries = settings.experts().stream().anyMatch(EngineSettings.Expert::covaries);
    }

    /** The actions' beliefs as scores read them: what a measurement of scoring has to compare with. */
    MixedBeliefs mixed() {
        return levels.mixed();
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
        Encoded x = emptySituation();
        space.encode(situation, x);
        return x;
    }

    /** The same into a situation that this engine filled before. */
    void encode(Map<String, Object> situation, Encoded again) {
        space.encode(situation, again);
    }

    /** Features told apart so far: bins, categories and the like of all predictors. */
    public int features() {
        return known.count();
    }

    private void checkSettled() {
        if (!settled) {
            throw new IllegalStateException("What was learned has to be settled before anything is predicted");
        }
    }

    Encoded emptySituation() {
        return new Encoded(this, settings.experts().size());
    }

    /**
     * The propensity of one action in a situation.
     *
     * @param startingPropensity where an action begins, 0 to 1; not read once it has {@link ColdStart#OPEN} answers
     * @param e what {@link #encode} of this engine returned
     */
    public Prediction predict(ModelPath path, double startingPropensity, Encoded e) {
        if (!e.madeBy(this)) {
            throw new IllegalArgumentException("This situation was encoded by another engine");
        }
        checkSettled();
        Scores one = new Scores();
        scorer.score(path, startingPropensity, e, learned, one);
        return one.prediction(0);
    }

    /**
     * The propensities of many actions in a situation, to the bit what {@link #predict} says of each; for decisions over
     * large catalogs. Allocates nothing once the roster and the scores have been used with this engine.
     *
     * @param candidates numbers in the roster, those that shall be scored
     * @param count how many of them there are
     * @param out where the results go, one per thread
     * @throws IllegalArgumentException for a predictor of another type
     */
    public void score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
        checkSettled();
        Encoded x = out.encoded(this);
        space.encode(situation, x);
        scorer.score(roster, roster.in(id, levels), x, candidates, count, learned, out);
    }

    /**
     * Draws a propensity from the belief about the explored part (Thompson 1933; scaled as in Chapelle and Li 2011).
     *
     * @param seed derived from the decision and the action; the same seed draws the same number
     */
    public double sample(Prediction p, long seed) {
        return Numbers.sample(p.logit(), p.variance(), settings.thompson(), seed);
    }

    /**
     * Learns one answer; the prediction made just before it is counted in the model's health.
     *
     * @param startingPropensity as for {@link #predict}
     * @param situation the predictors as they stood when the decision was made
     * @param accepted true for accepted, false for declined; neutral outcomes are not learned
     * @param weight how many answers this one counts for, above 0 and at most {@link #MAX_WEIGHT}; 1 as a rule
     * @throws IllegalArgumentException for an impossible weight, propensity or predictor; nothing is learned then
     */
    public void learn(
            ModelPath path, double startingPropensity, Map<String, Object> situation, boolean accepted, double weight) {
        read(path, startingPropensity, situation, accepted, weight, lesson);
        learn(lesson);
        settle();
    }

    /** Room for an answer that is to be learned, for {@link #read}. */
    public Lesson lesson() {
        return new Lesson(emptySituation());
    }

    /**
     * The first half of learning an answer: reads its situation, which hangs on the situations before it but not on what was
     * learned from them. So many may be read before the first is learned, also by another thread while this one learns, if only
     * each is read after the one before it and learned in the same order, and nothing else is done with this engine before all
     * that was read is learned.
     *
     * @param into is overwritten; learn from it before it is used again
     * @throws IllegalArgumentException as from {@link #learn(ModelPath, double, Map, boolean, double)}; nothing was read then, and
     *     there is nothing to learn
     */
    public void read(
            ModelPath path,
            double startingPropensity,
            Map<String, Object> situation,
            boolean accepted,
            double weight,
            Lesson into) {
        into.path = null;
        if (!(weight > 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("The weight of an answer must lie above 0 and up to 100: " + weight);
        }
        Numbers.checkPropensity(startingPropensity);
        space.observe(situation, into.grown, into.x);
        into.path = path;
        into.startingPropensity = startingPropensity;
        into.accepted = accepted;
        into.weight = weight;
    }

    /**
     * The second half: learns what was read. {@link #settle} before anything is predicted again.
     *
     * @throws IllegalStateException nothing was read into it since it was learned from
     */
    public void learn(Lesson read) {
        ModelPath path = read.taken();
        double startingPropensity = read.startingPropensity;
        boolean accepted = read.accepted;
        double weight = read.weight;
        Encoded x = read.x;
        read.grown.tell(levels);
        levels.know(known.count());
        if (covaries) {
            known.first().meet(x, known);
        }
        levels.open(path, startingPropensity, learned);
        Node[] shared = levels.shared(path);
        ActionModel action = levels.action(path);
        double own = action.node.mixedScore(x, action.weight);
        double mixed = scorer.mixed(action, shared, x, own, learned);
        double logit = action.calibration.apply(mixed);
        double propensity = Numbers.sigmoid(logit);
        action.health.record(logit, propensity, accepted);
        total.record(logit, propensity, accepted);
        if (change.hear(action, mixed, own, accepted, learned, levels)) {
            levels.open(path, startingPropensity, learned);
            mixed = scorer.mixed(action, shared, x, 0, learned);
        }

        score(action, shared, x);
        for (Node node : shared) {
            int at = x.shared(node, learned);
            node.count(x.sharedScores(), at, accepted, weight);
        }
        action.node.count(x.score, 0, accepted, weight);
        if (action.countsContributions()) {
            action.countContributions(scorer.contributions(x, action, shared, x.predictors));
        }
        action.calibration.learn(mixed, accepted, weight);
        step(x, accepted, weight);
        for (Node node : shared) {
            node.learn(x);
            levels.shared().learned(node, x);
        }
        levels.beyond().learn(x);
        action.node.learn(x);
        levels.mixed().learned(action, x);
        mixture.learn(x.score, accepted, weight);
        levels.mixed().turn(mixture);
        learned++;
        settled = false;
    }

    /** Brings up to date what predictions read: many answers learned in a row move the same weights again and again. */
    public void settle() {
        levels.settle();
        settled = true;
    }

    /** Whether predictions may be made: all that was learned is {@link #settle settled}. */
    public boolean isSettled() {
        return settled;
    }

    /** How far each expert goes toward an answer, from its own score and variance. */
    private static void step(Encoded x, boolean accepted, double weight) {
        for (int e = 0; e < x.score.length; e++) {
            double p = Numbers.sigmoid(x.score[e]);
            double curvature = weight * Math.max(p * (1 - p), 1e-6);
            double damping = 1 + curvature * x.variance[e];
            x.gain[e] = weight * ((accepted ? 1 : 0) - p) / damping;
            x.shrink[e] = curvature / damping;
        }
    }

    /**
     * Why the propensity is what it is: {@link Contribution#BASELINE} first, then the predictors by size of their
     * effect. The logits sum to the prediction's logit within 1e-9.
     */
    public List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation) {
        Encoded x = encode(situation);
        return explain(path, predict(path, startingPropensity, x).logit(), situation, x);
    }

    /**
     * The same for a prediction that was made before.
     *
     * @param logit what was predicted; what the contributions add up to
     * @param x the situation, encoded by this engine
     */
    public List<Contribution> explain(ModelPath path, double logit, Map<String, Object> situation, Encoded x) {
        return explainer.explain(path, logit, situation, x);
    }

    /** Health of one action's model; all zero for an action nobody has answered about. */
    public ModelHealth health(String action) {
        return levels.action(action).health();
    }

    /** Health of every action's model, in the order in which the log first named them. */
    public Map<String, ModelHealth> health() {
        Map<String, ModelHealth> all = new LinkedHashMap<>();
        levels.actions().forEach((key, model) -> all.put(key, model.health()));
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

    /** Leaves score and variance per expert in the encoded situation: each expert learns from its own mistake. */
    private void score(ActionModel action, Node[] shared, Encoded x) {
        int ofGlobal = x.shared(shared[0], learned);
        int ofIssue = x.shared(shared[1], learned);
        int ofGroup = x.shared(shared[2], learned);
        double[] of = x.sharedScores();
        action.node.score(x, x.own, 0);
        shared[1].prepare(x, of, ofIssue);
        shared[2].prepare(x, of, ofGroup);
        action.node.prepare(x, x.own, 0);
        int n = x.score.length;
        for (int e = 0; e < n; e++) {
            x.score[e] = x.own[e] + (action.start[e] + of[ofGlobal + e] + of[ofIssue + e] + of[ofGroup + e]);
            x.variance[e] = x.own[n + e] + of[ofGroup + n + e] + of[ofGlobal + n + e] + of[ofIssue + n + e];
        }
        levels.beyond().prepare(x);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(learned);
        space.write(out, known);
        mixture.write(out);
        total.write(out);
        levels.write(out);
        change.write(out);
    }

    static LearningEngine read(DataInput in, EngineSettings settings) throws IOException {
        long learned = in.readLong();
        Features known = new Features();
        LearningEngine it = new LearningEngine(settings, FeatureSpace.read(in, settings, known), known);
        it.learned = learned;
        it.mixture.readFrom(in);
        it.total.readFrom(in);
        it.levels.readFrom(in);
        it.change.readFrom(in);
        return it;
    }
}
