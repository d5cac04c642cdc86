package org.attune.learning.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The beliefs of the levels that actions share, as decisions read them: a row is a feature, and the experts of a level
 * stand side by side under its number. A copy of what the levels themselves hold, for the sake of reading along memory.
 */
final class SharedBeliefs {

    /** Number of the level of all actions. */
    static final int GLOBAL = 0;

    private final int experts;
    private final GlobalBeliefs beyond;
    private final List<Node> nodes = new ArrayList<>();
    private final Stale<Node> stale = new Stale<>();
    private int room = 16;
    private final Rows mean;

    SharedBeliefs(int experts, GlobalBeliefs beyond) {
        this.experts = experts;
        this.beyond = beyond;
        mean = new Rows(room * experts);
    }

    /** How many levels there are, the number of the next. */
    int size() {
        return nodes.size();
    }

    /** The level with a number. */
    Node node(int number) {
        return nodes.get(number);
    }

    /** Sums that {@link #sum} writes. */
    int columns() {
        return nodes.size() * experts;
    }

    /** A new level, with the next number. */
    void add(Node node) {
        if (node.number != nodes.size()) {
            throw new IllegalStateException("Level " + node.number + " comes out of turn");
        }
        if (nodes.size() == room) {
            room *= 2;
            mean.widen(room * experts);
        }
        nodes.add(node);
        stale.add(node);
        renew(node);
    }

    /** Takes over all that a level believes. */
    void renew(Node node) {
        for (int feature = 0; feature < mean.known(); feature++) {
            copy(node, feature);
        }
    }

    /** Makes rows for features up to a number. */
    void know(int features) {
        while (mean.known() < features) {
            mean.add();
            for (Node node : nodes) {
                copy(node, mean.known() - 1);
            }
        }
    }

    void split(int oldFeature, int newFeature) {
        settle();
        know(newFeature + 1);
        mean.copy(oldFeature, newFeature);
    }

    /** A level has just learned: {@link #settle} takes it over. */
    void learned(Node node, Encoded x) {
        if (!node.alone) {
            stale.learned(node.number, node.first(), x);
        }
    }

    /** Takes over what the levels have learned. */
    void settle() {
        stale.settle(this::copy);
    }

    /** Scores of all levels per expert, from number times experts on. */
    void sum(Encoded x, double[] scores) {
        mean.sum(x, scores, columns());
        beyond.addScores(x, scores, GLOBAL * experts);
    }

    private void copy(Node node, int feature) {
        node.copy(feature, mean, node.number * experts);
    }
}
