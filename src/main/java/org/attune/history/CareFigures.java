package org.attune.history;

/**
 * How customers who are protected fare beside the others, in the main arm. Help is every issue but sales and collections.
 *
 * @param protectedOnes decisions about customers who were protected at that moment
 * @param others all other decisions
 * @param sold sales that were proposed to a protected customer; there are none
 */
public record CareFigures(Side protectedOnes, Side others, long sold) {
    /**
     * One side.
     *
     * @param decisions decisions of which something was shown
     * @param helped of these, those in which help was shown
     * @param presented offers of help that were said
     * @param accepted of these, accepted
     */
    public record Side(long decisions, long helped, long presented, long accepted) {}
}
