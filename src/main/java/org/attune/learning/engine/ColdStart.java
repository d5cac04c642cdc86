package org.attune.learning.engine;

/** How an action that nobody has answered yet begins: its declared propensity, smoothed by its siblings' evidence. */
public final class ColdStart {

    /**
     * Answers from which an action's start stands still. Before that it follows what its siblings teach: those that are chosen
     * raise what is expected of all, and one that met two or three refusals early would otherwise stay behind for good. Part of
     * the stored format.
     */
    public static final int OPEN = 10;

    private ColdStart() {}

    /**
     * Smooths an observed rate toward a prior: {@code (n0*p0 + n*p) / (n0 + n)}, the mean of a beta posterior.
     *
     * @param n0 weight of the prior in answers, &gt; 0
     * @param p0 prior rate, 0 to 1
     * @param n answers observed, &gt;= 0
     * @param p rate observed, 0 to 1; not read when {@code n} is 0
     * @return the smoothed rate, 0 to 1
     */
    public static double smoothed(double n0, double p0, double n, double p) {
        return n == 0 ? p0 : (n0 * p0 + n * p) / (n0 + n);
    }

    /**
     * The propensity of a new action before its customer is looked at. Answers in the same group count in full;
     * those elsewhere in the issue count for at most {@code n0} answers, since they are cousins, not siblings.
     */
    static double propensity(double n0, double starting, Node group, Node issue) {
        double cousins = Math.max(0, issue.responses - group.responses);
        double cousinRate = cousins > 0 ? (issue.positives - group.positives) / cousins : 0;
        double prior = smoothed(n0, starting, Math.min(n0, cousins), Numbers.clamp(cousinRate, 0, 1));
        double n = group.responses;
        return smoothed(n0, prior, n, n > 0 ? group.positives / n : 0);
    }
}
