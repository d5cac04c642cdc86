package org.attune.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.Encoded;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.LearningEngine;
import org.attune.learning.engine.ModelHealth;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Prediction;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;
import org.attune.learning.internal.EngineView;
import org.attune.learning.internal.LiveEngine;
import org.attune.learning.internal.LogFollower;
import org.attune.learning.internal.PastEngines;
import org.springframework.stereotype.Service;

/** The live models: knows every answer of the log, tells how well it knows. Safe for use by many threads. */
@Service
public class Models implements PropensityModel {

    private final LiveEngine live;
    private final LogFollower follower;
    private final PastEngines past;

    public Models(LiveEngine live, LogFollower follower, PastEngines past) {
        this.live = live;
        this.follower = follower;
        this.past = past;
    }

    /**
     * An action to predict.
     *
     * @param startingPropensity where it begins while nobody has answered about it, 0 to 1
     */
    public record Subject(ModelPath path, double startingPropensity) {}

    /**
     * Predictions of one state of the models.
     *
     * @param position the log position they know
     * @param predictions in the order of the subjects
     */
    public record Predictions(long position, List<Prediction> predictions) {}

    /**
     * Predicts any number of actions for one situation by one state of the models.
     *
     * @param situation permitted predictors to numbers, texts or booleans
     * @throws IllegalArgumentException a predictor of another type
     */
    public Predictions predict(Map<String, Object> situation, List<Subject> subjects) {
        return live.read((engine, position) -> {
            Encoded encoded = engine.encode(situation);
            return new Predictions(
                    position,
                    subjects.stream()
                            .map(subject -> engine.predict(subject.path(), subject.startingPropensity(), encoded))
                            .toList());
        });
    }

    @Override
    public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
        return live.score(roster, situation, candidates, count, out);
    }

    /**
     * Lets a decision ask several things of one state of the models, such as scores and then why. Answers wait meanwhile, so
     * think quickly and wait for nothing.
     *
     * @param questions must not keep the model beyond its own return
     */
    public <T> T consult(Function<PropensityModel, T> questions) {
        return live.read((engine, position) -> questions.apply(new EngineView(engine, position)));
    }

    /**
     * The models as they stood at a position of the log, to the last bit: what a decision that noted this position asked. They
     * are rebuilt when first asked; ask in the order of positions, and many cost little more than one.
     *
     * @throws IllegalArgumentException from its methods, when the log has not come so far
     */
    public PropensityModel at(long position) {
        return new PropensityModel() {
            @Override
            public long position() {
                return position;
            }

            @Override
            public long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out) {
                return past.read(
                        position,
                        (engine, at) -> new EngineView(engine, at).score(roster, situation, candidates, count, out));
            }

            @Override
            public List<Contribution> explain(
                    ModelPath path, double startingPropensity, Map<String, Object> situation) {
                return past.read(position, (engine, at) -> engine.explain(path, startingPropensity, situation));
            }

            @Override
            public List<List<Contribution>> explain(
                    List<Subject> subjects, double[] logits, Map<String, Object> situation) {
                return past.read(
                        position, (engine, at) -> new EngineView(engine, at).explain(subjects, logits, situation));
            }
        };
    }

    /**
     * Models that nobody has taught: every action is where the catalog lets it begin. What is tried out with them comes out the
     * same on every day and every node.
     */
    public PropensityModel untaught() {
        return new EngineView(new LearningEngine(EngineSettings.defaults()), 0);
    }

    /** Draws a propensity from what is believed; the same seed draws the same number. */
    public double sample(Prediction prediction, long seed) {
        return live.read((engine, position) -> engine.sample(prediction, seed));
    }

    @Override
    public List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation) {
        return live.read((engine, position) -> engine.explain(path, startingPropensity, situation));
    }

    @Override
    public List<List<Contribution>> explain(List<Subject> subjects, double[] logits, Map<String, Object> situation) {
        return live.read((engine, position) -> new EngineView(engine, position).explain(subjects, logits, situation));
    }

    /** How the model of an action does; empty before its first answer. */
    public Optional<ModelFigures> figures(String action) {
        return health(action).map(health -> figures(action, health));
    }

    /** The same with the calibration by band; empty before its first answer. */
    public Optional<ModelHealth> health(String action) {
        ModelHealth health = live.read((engine, position) -> engine.health(action));
        return health.responses() == 0 ? Optional.empty() : Optional.of(health);
    }

    /** How the models do together; all zero before the first answer. */
    public ModelHealth totalHealth() {
        return live.read((engine, position) -> engine.totalHealth());
    }

    /** How the models do, by action, in the order of their keys. */
    public Map<String, ModelFigures> all() {
        Map<String, ModelFigures> all = new TreeMap<>();
        live.read((engine, position) -> engine.health())
                .forEach((action, health) -> all.put(action, figures(action, health)));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public long position() {
        return live.position();
    }

    /** Applies what is new in the log, in order; safe to call at any time from any thread. */
    public void catchUp() {
        follower.catchUp();
    }

    /** SHA-256 of the models' bytes: two nodes that know the same log have the same. */
    public String fingerprint() {
        return live.read((engine, position) -> engine.sha256());
    }

    private static ModelFigures figures(String action, ModelHealth health) {
        return new ModelFigures(
                action,
                health.responses(),
                health.positives(),
                health.auc(),
                health.logLoss(),
                health.baseLogLoss(),
                health.calibrationError());
    }
}
