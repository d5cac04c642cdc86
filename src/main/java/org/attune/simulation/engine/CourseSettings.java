package org.attune.simulation.engine;

/**
 * How a chooser is tried in a world.
 *
 * @param decisions how many, above 0
 * @param block decisions that are counted together, above 0
 * @param delay mean number of decisions until an answer is known; 0 for at once (geometric otherwise)
 * @param lateActions the last so many actions appear only later
 * @param lateFrom number of the decision at which they do
 * @param agents who choose what to say
 * @param seed of customers and answers: two choosers with one seed meet the same customers
 */
public record CourseSettings(
        long decisions, int block, double delay, int lateActions, long lateFrom, Agents agents, long seed) {

    /** @throws IllegalArgumentException when out of range */
    public CourseSettings {
        if (decisions < 1 || block < 1 || !(delay >= 0) || lateActions < 0) {
            throw new IllegalArgumentException("A course needs decisions and blocks above 0, and no negative delay");
        }
    }

    /** Answers at once, all actions from the start, the first one is said. */
    public static CourseSettings plain(long decisions, int block, long seed) {
        return new CourseSettings(decisions, block, 0, 0, 0, Agents.OBEDIENT, seed);
    }

    /** The same with other agents and answers that take their time. */
    public CourseSettings with(Agents others, double meanDelay) {
        return new CourseSettings(decisions, block, meanDelay, lateActions, lateFrom, others, seed);
    }

    /** The same with actions that come later. */
    public CourseSettings withLate(int actions, long from) {
        return new CourseSettings(decisions, block, delay, actions, from, agents, seed);
    }
}
