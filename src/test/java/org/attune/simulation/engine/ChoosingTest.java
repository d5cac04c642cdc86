package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.arbitration.ExplorationMethod;
import org.attune.arbitration.engine.Exploration;
import org.attune.learning.engine.EngineSettings;
import org.junit.jupiter.api.Test;

/** The product's models and exploration in small worlds whose truth is known; ./attune bench choosing runs large ones. */
class ChoosingTest {
    private static final Population PEOPLE = InventedCustomers.of(3000, 3);
    private static final long SEED = 11;

    /** Tastes differ more than in the usual world, so that a few thousand answers tell. */
    private static WorldSettings lively(int actions) {
        return new WorldSettings(actions, 2, 1, -1.5, .15, .2, .2, .4, .6, 0, 0);
    }

    private static EngineChooser product(World world, Exploration exploration) {
        return new EngineChooser(EngineSettings.defaults(), exploration, world.paths(), .2, 1, SEED);
    }

    private static Exploration usual(ExplorationMethod method) {
        return method.rule(.5);
    }

    @Test
    void bestGuessesLockInWhereTryingThingsOutDoesNot() {
        World world = new World(PEOPLE, lively(12), Drift.NONE, SEED);
        Course course = new Course(world, CourseSettings.plain(6000, 1000, SEED));
        double greedy = course.run(product(world, Exploration.NONE)).share(3, 6);
        for (ExplorationMethod method : ExplorationMethod.values()) {
            Progress progress = course.run(product(world, usual(method)));
            assertThat(progress.share(3, 6))
                    .as("%s", method)
                    .isGreaterThan(greedy + .1)
                    .isGreaterThan(.6);
        }
    }

    @Test
    void theChoiceRecoversWhenHalfOfTheActionsChange() {
        World world = new World(PEOPLE, lively(6), Drift.abrupt(5000, .5), SEED);
        Course course = new Course(world, CourseSettings.plain(10_000, 1000, SEED));
        for (ExplorationMethod method : ExplorationMethod.values()) {
            Progress progress = course.run(product(world, usual(method)));
            double before = progress.share(3, 5);
            double shock = progress.share(5, 6);
            assertThat(shock).as("%s notices", method).isLessThan(before - .05);
            assertThat(progress.share(8, 10))
                    .as("%s recovers", method)
                    .isGreaterThan(shock)
                    .isGreaterThan(.8 * before);
        }
    }

    @Test
    void aNewActionFindsItsCustomers() {
        World world = new World(PEOPLE, lively(6), Drift.NONE, SEED);
        Course course = new Course(world, CourseSettings.plain(8000, 1000, SEED).withLate(1, 4000));
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser chooser = product(world, usual(method));
            int[] best = new int[1];
            int[] found = new int[1];
            course.run(chooser, (decision, said, bestAction, acceptance, count) -> {
                if (decision >= 6000 && bestAction == 5) {
                    best[0]++;
                    found[0] += said == 5 ? 1 : 0;
                }
            });
            assertThat(best[0]).as("the new action is the best for somebody").isGreaterThan(50);
            assertThat(found[0] / (double) best[0]).as("%s", method).isGreaterThan(.5);
        }
    }

    @Test
    void theSameCourseEndsInTheSameModelToTheLastBit() {
        World world = new World(PEOPLE, lively(6), Drift.NONE, SEED);
        Course course = new Course(world, CourseSettings.plain(1500, 500, SEED).with(Agents.HUMAN, 30));
        for (ExplorationMethod method : ExplorationMethod.values()) {
            EngineChooser one = product(world, usual(method));
            EngineChooser two = product(world, usual(method));
            double share = course.run(one).share();
            assertThat(course.run(two).share()).isEqualTo(share);
            assertThat(one.engine().sha256()).isEqualTo(two.engine().sha256());
        }
    }
}
