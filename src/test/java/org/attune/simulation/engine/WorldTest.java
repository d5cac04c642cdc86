package org.attune.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The world itself, with choosers that learn nothing. */
class WorldTest {
    private static final Population PEOPLE = InventedCustomers.of(500, 3);
    private static final WorldSettings EIGHT = WorldSettings.usual(8);

    /** Ranks all that is available in the order of the numbers, beginning with a number. */
    private static Chooser always(int first) {
        return (decision, customer, available, count) -> new Chooser.Choice(
                IntStream.range(0, count).map(i -> (first + i) % count).toArray(), 1);
    }

    @Test
    void theSameSeedIsTheSameWorldAndAnotherIsAnother() {
        World one = new World(PEOPLE, EIGHT, Drift.NONE, 1);
        World again = new World(InventedCustomers.of(500, 3), EIGHT, Drift.NONE, 1);
        World other = new World(PEOPLE, EIGHT, Drift.NONE, 2);
        for (int customer = 0; customer < 50; customer++) {
            assertThat(one.acceptance(3, customer, 0))
                    .isEqualTo(again.acceptance(3, customer, 0))
                    .isBetween(0.0, 1.0);
            assertThat(one.acceptance(3, customer, 0)).isNotEqualTo(other.acceptance(3, customer, 0));
        }
    }

    @Test
    void halfOfTheActionsChangeAndTheOthersDoNot() {
        World world = new World(PEOPLE, EIGHT, new Drift(100, 200, .5), 1);
        long changed = 0;
        for (int action = 0; action < 8; action++) {
            double before = world.acceptance(action, 7, 99);
            double after = world.acceptance(action, 7, 200);
            assertThat(after != before).isEqualTo(world.changes(action));
            double middle = world.acceptance(action, 7, 150);
            assertThat(logit(middle)).isCloseTo((logit(before) + logit(after)) / 2, within(1e-9));
            changed += world.changes(action) ? 1 : 0;
        }
        assertThat(changed).isEqualTo(4);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    @Test
    void theCommonPartIsFittedToARealCampaign() {
        Random random = new Random(5);
        List<Map<String, Object>> customers = new ArrayList<>();
        boolean[] accepted = new boolean[4000];
        for (int i = 0; i < accepted.length; i++) {
            boolean owner = random.nextBoolean();
            customers.add(new HashMap<>(Map.of("owner", owner, "noise", random.nextGaussian())));
            accepted[i] = random.nextDouble() < (owner ? .4 : .1);
        }
        WorldSettings bare = new WorldSettings(1, 1, 1, 0, 0, 1e-9, 1e-9, 1e-9, 1e-9, 0, 0);
        World world = new World(Population.of(customers, accepted), bare, Drift.NONE, 1);
        int owner = IntStream.range(0, 99)
                .filter(i -> customers.get(i).get("owner").equals(true))
                .findFirst()
                .orElseThrow();
        int tenant = IntStream.range(0, 99)
                .filter(i -> customers.get(i).get("owner").equals(false))
                .findFirst()
                .orElseThrow();
        assertThat(world.acceptance(0, owner, 0)).isCloseTo(.4, within(.05));
        assertThat(world.acceptance(0, tenant, 0)).isCloseTo(.1, within(.05));
    }

    @Test
    void choosingAtRandomIsWorthNothingAndKnowingTheTruthEverything() {
        World world = new World(PEOPLE, EIGHT, Drift.NONE, 1);
        Course course = new Course(world, CourseSettings.plain(4000, 400, 1));
        Random random = new Random(1);
        Chooser blind = (decision, customer, available, count) ->
                new Chooser.Choice(new int[] {available[random.nextInt(count)]}, 1.0 / count);
        assertThat(course.run(blind).share()).isCloseTo(0, within(.1));
        Chooser seer = (decision, customer, available, count) -> {
            int of = IntStream.range(0, PEOPLE.size())
                    .filter(i -> PEOPLE.customer(i) == customer)
                    .findFirst()
                    .orElseThrow();
            int best = IntStream.range(0, count)
                    .reduce((a, b) -> world.acceptance(b, of, 0) > world.acceptance(a, of, 0) ? b : a)
                    .orElseThrow();
            return new Chooser.Choice(new int[] {best}, 1);
        };
        assertThat(new Course(world, CourseSettings.plain(500, 100, 1))
                        .run(seer)
                        .share())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void answersTakeTheirTimeAndLateActionsAreNotThereBefore() {
        World world = new World(PEOPLE, EIGHT, Drift.NONE, 1);
        List<Long> delays = new ArrayList<>();
        long[] now = new long[1];
        Chooser listening = new Chooser() {
            @Override
            public Choice choose(long decision, Map<String, Object> customer, int[] available, int count) {
                now[0] = decision;
                assertThat(count).isEqualTo(decision < 1500 ? 7 : 8);
                return new Choice(new int[] {count - 1}, 1);
            }

            @Override
            public void learn(long decision, Map<String, Object> customer, Choice choice, int action, boolean yes) {
                delays.add(now[0] + 1 - decision);
                assertThat(choice.ranked()).containsExactly(action);
            }
        };
        new Course(
                        world,
                        CourseSettings.plain(3000, 100, 1)
                                .with(Agents.OBEDIENT, 50)
                                .withLate(1, 1500))
                .run(listening);
        assertThat(delays).hasSizeGreaterThan(2500).allMatch(delay -> delay >= 1);
        assertThat(delays.stream().mapToLong(d -> d).average().orElse(0)).isBetween(40.0, 60.0);
    }

    @Test
    void agentsSayWhatTheyBelieveInAndSometimesNothing() {
        World world = new World(PEOPLE, EIGHT, Drift.NONE, 1);
        CourseSettings plain = CourseSettings.plain(4000, 400, 1);
        int[] silent = new int[1];
        int[] others = new int[1];
        Progress human = new Course(world, plain.with(Agents.HUMAN, 0))
                .run(always(0), (decision, said, best, acceptance, count) -> {
                    silent[0] += said == Agents.NOTHING ? 1 : 0;
                    others[0] += said > 0 ? 1 : 0;
                });
        Progress obedient = new Course(world, plain).run(always(0));
        assertThat(silent[0] / 4000.0).isCloseTo(.1, within(.02));
        assertThat(others[0] / 4000.0).isBetween(.1, .27);
        assertThat(human.reward()).isGreaterThan(obedient.reward());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorldSettings.usual(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Drift(5, 4, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Agents(2, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Population.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CourseSettings.plain(0, 1, 1));
    }
}
