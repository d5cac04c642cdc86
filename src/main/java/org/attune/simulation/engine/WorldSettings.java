package org.attune.simulation.engine;

/**
 * How a world is made; standard deviations of normal numbers on the logit scale.
 *
 * @param actions how many, 1 or more
 * @param groups they are dealt out to, 1 to {@code actions}
 * @param issues the groups are dealt out to, 1 to {@code groups}
 * @param base log-odds of an average customer where no campaign was fitted
 * @param campaign of each trait's coefficient for all actions together, where no campaign was fitted
 * @param groupStart of a group's intercept
 * @param group of each trait's coefficient in a group
 * @param actionStart of an action's intercept
 * @param action of each trait's coefficient in an action
 * @param pairs how many pairs of traits matter to an action beyond their sum
 * @param pair of each pair's effect
 */
public record WorldSettings(
        int actions,
        int groups,
        int issues,
        double base,
        double campaign,
        double groupStart,
        double group,
        double actionStart,
        double action,
        int pairs,
        double pair) {

    /** @throws IllegalArgumentException when the numbers of actions, groups and issues do not fit */
    public WorldSettings {
        if (actions < 1 || groups < 1 || groups > actions || issues < 1 || issues > groups) {
            throw new IllegalArgumentException(
                    "A world needs at least as many actions as groups, as groups as issues, and one of each");
        }
    }

    /** The usual mix, for so many actions: four actions or more to a group, four groups or more to an issue. */
    public static WorldSettings usual(int actions) {
        int groups = Math.max(1, Math.min(20, actions / 4));
        return new WorldSettings(actions, groups, Math.max(1, groups / 4), -2, 0.15, 0.2, 0.12, 0.3, 0.18, 12, 0.3);
    }
}
