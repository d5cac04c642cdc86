package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.engine.Exploration;
import org.attune.learning.engine.EngineSettings;
import org.attune.learning.engine.ModelPath;
import org.junit.jupiter.api.Test;

/** The product's models and exploration where the truth is plain; ./attune bench choosing runs whole worlds. */
class ChoosingTest {
    private static final long SEED = 11;
    private static final List<ModelPath> TWO = List.of(new ModelPath("i", "g", "a"), new ModelPath("i", "g", "b"));

    private final Random random = new Random(SEED);
    private long decision;

    private static EngineChooser product(Exploration exploration) {
        return new EngineChooser(EngineSettings.defaults(), exploration, TWO, .2, 1, SEED);
    }

    private Map<String, Object> somebody() {
        return Map.of("region", random.nextBoolean() ? "north" : "south");
    }

    private void teach(EngineChooser chooser, int action, int answers, double rate) {
        for (int i = 0; i < answers; i++) {
            chooser.learn(0, somebody(), action, 1, i < rate * answers ? 1 : 0);
        }
    }

    /** Decides and answers; how many of the decisions went to b. */
    private int decide(EngineChooser chooser, int decisions, int available, double a, double b) {
        int toB = 0;
        for (int i = 0; i < decisions; i++) {
            Map<String, Object> customer = somebody();
            Chooser.Choice choice = chooser.choose(decision++, customer, new int[] {0, 1}, available);
            int said = choice.ranked()[0];
            toB += said;
            chooser.learn(decision, customer, choice, said, random.nextDouble() < (said == 1 ? b : a));
        }
        return toB;
    }

    @Test
    void bestGuessesLockInWhereTryingThingsOutDoesNot() {
        EngineChooser greedy = product(Exploration.NONE);
        teach(greedy, 0, 40, .3);
        teach(greedy, 1, 15, 0);
        assertThat(decide(greedy, 3000, 2, .3, .6)).isZero();
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser chooser = product(method.rule(ExplorationMethod.USUAL));
            teach(chooser, 0, 40, .3);
            teach(chooser, 1, 15, 0);
            decide(chooser, 5000, 2, .3, .6);
            assertThat(decide(chooser, 500, 2, .3, .6)).as("%s", method).isGreaterThan(250);
        }
    }

    @Test
    void theChoiceFollowsWhenTheWorldTurns() {
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser chooser = product(method.rule(ExplorationMethod.USUAL));
            decide(chooser, 1000, 2, .6, .2);
            assertThat(decide(chooser, 500, 2, .6, .2)).as("%s before", method).isLessThan(100);
            decide(chooser, 5000, 2, .1, .6);
            assertThat(decide(chooser, 500, 2, .1, .6)).as("%s after", method).isGreaterThan(250);
        }
    }

    @Test
    void aNewActionReachesItsShareWithin500Answers() {
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser chooser = product(method.rule(ExplorationMethod.USUAL));
            decide(chooser, 1000, 1, .3, .6);
            int answers = 0;
            int decisions = 0;
            while (answers < 500 && decisions < 5000) {
                answers += decide(chooser, 1, 2, .3, .6);
                decisions++;
            }
            assertThat(answers).as("%s", method).isEqualTo(500);
            assertThat(decide(chooser, 500, 2, .3, .6)).as("%s", method).isGreaterThan(400);
        }
    }

    @Test
    void theSameCourseEndsInTheSameModelToTheLastBit() {
        World world = new World(InventedCustomers.of(500, 3), WorldSettings.usual(6), Drift.NONE, SEED);
        Course course = new Course(world, CourseSettings.plain(1500, 500, SEED).with(Agents.HUMAN, 30));
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser one = of(world, method);
            EngineChooser two = of(world, method);
            double share = course.run(one).share();
            assertThat(course.run(two).share()).isEqualTo(share);
            assertThat(one.engine().sha256()).isEqualTo(two.engine().sha256());
        }
    }

    private static EngineChooser of(World world, ExplorationMethod method) {
        return new EngineChooser(
                EngineSettings.defaults(), method.rule(ExplorationMethod.USUAL), world.paths(), .2, 1, SEED);
    }
}
