package org.attune.simulation.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.attune.arbitration.engine.Draws;

/**
 * Lets a chooser decide in a world and counts what that was worth, in true probabilities rather than in answers, so that luck
 * has no part in the count: the action that was said, the best there was, and the mean over all there were.
 */
public final class Course {

    /** Sees each decision; for figures of one's own. */
    @FunctionalInterface
    public interface Witness {
        /**
         * @param said the action, or {@link Agents#NOTHING}
         * @param best the action with the highest acceptance
         * @param acceptance the truth by action, of available ones only meaningful; valid during the call
         */
        void saw(long decision, int said, int best, double[] acceptance, int count);
    }

    private record Pending(
            long due, long decision, int customer, Chooser.Choice choice, int action, boolean accepted) {}

    private final World world;
    private final CourseSettings settings;

    public Course(World world, CourseSettings settings) {
        this.world = world;
        this.settings = settings;
        if (settings.lateActions() >= world.actions()) {
            throw new IllegalArgumentException("Some actions must be there from the start");
        }
    }

    /** The whole course. */
    public Progress run(Chooser chooser) {
        return run(chooser, (decision, said, best, acceptance, count) -> {});
    }

    /** The whole course, with somebody who looks on. */
    public Progress run(Chooser chooser, Witness witness) {
        Draws people = new Draws(Draws.seed(settings.seed(), 1));
        Draws agents = new Draws(Draws.seed(settings.seed(), 2));
        PriorityQueue<Pending> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Pending::due).thenComparingLong(Pending::decision));
        Progress progress = new Progress(settings.decisions(), settings.block());
        int[] available = new int[world.actions()];
        Arrays.setAll(available, i -> i);
        double[] acceptance = new double[world.actions()];
        for (long t = 0; t < settings.decisions(); t++) {
            while (!waiting.isEmpty() && waiting.peek().due <= t) {
                deliver(chooser, waiting.poll());
            }
            int customer = people.below(world.population().size());
            double fate = people.uniform();
            double patience = people.uniform();
            int count = world.actions() - (t < settings.lateFrom() ? settings.lateActions() : 0);
            world.acceptances(customer, t, acceptance);
            Chooser.Choice choice = chooser.choose(t, world.population().customer(customer), available, count);
            int said = settings.agents().say(choice.ranked(), acceptance, agents);
            int best = best(acceptance, count);
            progress.count(t, acceptance, count, best, said);
            witness.saw(t, said, best, acceptance, count);
            if (said != Agents.NOTHING) {
                Pending pending = new Pending(t + delay(patience), t, customer, choice, said, fate < acceptance[said]);
                if (settings.delay() == 0) {
                    deliver(chooser, pending);
                } else {
                    waiting.add(pending);
                }
            }
        }
        return progress;
    }

    private void deliver(Chooser chooser, Pending answer) {
        chooser.learn(
                answer.decision,
                world.population().customer(answer.customer),
                answer.choice,
                answer.action,
                answer.accepted);
    }

    private long delay(double u) {
        if (settings.delay() == 0) {
            return 0;
        }
        return 1 + (long) (-settings.delay() * StrictMath.log(1 - u));
    }

    private static int best(double[] acceptance, int count) {
        int best = 0;
        for (int a = 1; a < count; a++) {
            best = acceptance[a] > acceptance[best] ? a : best;
        }
        return best;
    }
}
