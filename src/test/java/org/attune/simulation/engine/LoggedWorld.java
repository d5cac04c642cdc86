package org.attune.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import org.attune.arbitration.engine.Draws;
import org.attune.history.engine.Sums;

/**
 * A seeded world whose truth is known, with what makes evaluation hard: customers call several times and are alike each time, agents
 * choose whether to say what stands first, the model that ranks and predicts is wrong (it misses a fact and each customer's own
 * inclination), and only a small control group is ranked by chance.
 */
public final class LoggedWorld {
    public static final double CONTROL = 0.02;

    private static final int ACTIONS = 6;
    private static final int FACTS = 3;

    private final double[][] taste = new double[ACTIONS][FACTS];
    private final double[][] said = new double[ACTIONS][FACTS];
    private final double[] base = new double[ACTIONS];
    private final double[] lever = new double[ACTIONS];
    private final double sharpness;

    /** @param sharpness how decided the new policy is: 2 as explorative as the one that logs, 8 all but deterministic */
    public LoggedWorld(long seed, double sharpness) {
        this.sharpness = sharpness;
        Draws draws = new Draws(seed);
        for (int a = 0; a < ACTIONS; a++) {
            base[a] = -1.6 + 0.4 * draws.gaussian();
            lever[a] = 0.5 * draws.gaussian();
            for (int f = 0; f < FACTS; f++) {
                taste[a][f] = 0.6 * draws.gaussian();
                said[a][f] = 0.3 * draws.gaussian();
            }
        }
    }

    /** Somebody's moment: what was known, what chance they had, what would come of each action. */
    private final class Moment {
        final double[] live = new double[ACTIONS];
        final double[] draft = new double[ACTIONS];
        final double[] expected = new double[ACTIONS];
        final double[] chance = new double[ACTIONS];

        Moment(double[] trait, double inclination, Draws draws) {
            double[] x = new double[FACTS];
            for (int f = 0; f < FACTS; f++) {
                x[f] = 0.7 * trait[f] + 0.7 * draws.gaussian();
            }
            for (int a = 0; a < ACTIONS; a++) {
                double seen = base[a] + 0.8 * (taste[a][0] * x[0] + taste[a][1] * x[1]);
                live[a] = 2 * seen;
                draft[a] = sharpness * (seen + lever[a]);
                expected[a] = 0.75 * sigmoid(seen);
                chance[a] = sigmoid(1.2 + dot(said[a], x)) * sigmoid(base[a] + dot(taste[a], x) + inclination);
            }
            softmax(live);
            softmax(draft);
        }
    }

    /** What so many customers leave in the log, judged for the new policy against the one that logs. */
    public List<Choice> log(int customers, long seed) {
        Draws draws = new Draws(seed);
        List<Choice> log = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            boolean control = draws.uniform() < CONTROL;
            double[] trait = trait(draws);
            double inclination = 0.5 * draws.gaussian();
            for (int visit = 1 + draws.below(4); visit > 0; visit--) {
                Moment moment = new Moment(trait, inclination, draws);
                int a = control ? draws.below(ACTIONS) : pick(moment.live, draws);
                log.add(new Choice(
                        c,
                        (1 - CONTROL) * moment.live[a] + CONTROL / ACTIONS,
                        draws.uniform() < moment.chance[a] ? 1 : 0,
                        moment.expected[a],
                        new Choice.Target(moment.draft[a], 0, dot(moment.draft, moment.expected), 0),
                        new Choice.Target(moment.live[a], 0, dot(moment.live, moment.expected), 0)));
            }
        }
        return log;
    }

    /** The mean reward a decision: of the new policy, of the one that logs, and of chance. */
    public double[] truth(int customers, long seed) {
        Draws draws = new Draws(seed);
        double[] sum = new double[3];
        double visits = 0;
        for (int c = 0; c < customers; c++) {
            double[] trait = trait(draws);
            double inclination = 0.5 * draws.gaussian();
            for (int visit = 1 + draws.below(4); visit > 0; visit--) {
                Moment moment = new Moment(trait, inclination, draws);
                sum[0] += dot(moment.draft, moment.chance);
                sum[1] += dot(moment.live, moment.chance);
                for (double each : moment.chance) {
                    sum[2] += each / ACTIONS;
                }
                visits++;
            }
        }
        return new double[] {sum[0] / visits, sum[1] / visits, sum[2] / visits};
    }

    /** What is counted in the main arm and in the control arm of so many customers. */
    public Sums[] arms(int customers, double share, long seed) {
        Draws draws = new Draws(seed);
        Sums[] arms = {Sums.NONE, Sums.NONE};
        for (int c = 0; c < customers; c++) {
            int arm = draws.uniform() < share ? 1 : 0;
            double[] trait = trait(draws);
            double inclination = 0.5 * draws.gaussian();
            double[] rewards = new double[1 + draws.below(4)];
            for (int visit = 0; visit < rewards.length; visit++) {
                Moment moment = new Moment(trait, inclination, draws);
                int a = arm == 1 ? draws.below(ACTIONS) : pick(moment.live, draws);
                rewards[visit] = draws.uniform() < moment.chance[a] ? 1 : 0;
            }
            arms[arm] = arms[arm].and(rewards);
        }
        return arms;
    }

    private static double[] trait(Draws draws) {
        double[] trait = new double[FACTS];
        for (int f = 0; f < FACTS; f++) {
            trait[f] = draws.gaussian();
        }
        return trait;
    }

    private static int pick(double[] chances, Draws draws) {
        double at = draws.uniform();
        int last = chances.length - 1;
        for (int i = 0; i < last; i++) {
            at -= chances[i];
            if (at < 0) {
                return i;
            }
        }
        return last;
    }

    private static void softmax(double[] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i]);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
