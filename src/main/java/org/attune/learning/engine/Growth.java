package org.attune.learning.engine;

/** Told how features grow, in the order in which they do. */
interface Growth {

    /**
     * The next number is taken.
     *
     * @param kind as in {@link Features#kind}
     */
    void opened(byte kind);

    /** A bin was cut: the new feature starts as a copy of the old one. */
    void split(int oldFeature, int newFeature);

    /** The same for a coarse bin; these have a numbering of their own. */
    void splitCoarse(int oldFeature, int newFeature);
}
