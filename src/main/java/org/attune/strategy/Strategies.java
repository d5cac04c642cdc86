package org.attune.strategy;

import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.kernel.Problem;
import org.springframework.stereotype.Service;

/** Reads and changes the strategy. Every change is a new numbered revision, audited, live at once. */
@Service
public class Strategies {

    /** The document of the live revision. */
    public StrategyDocument document() {
        throw new IllegalStateException("being built");
    }

    /** The number of the live revision; 0 when there is none yet. */
    public long revision() {
        throw new IllegalStateException("being built");
    }

    /** Everything that is wrong with a document, each with its place ({@code actions[payment-pause].engagement.suitability 1:14}). */
    public List<Problem> validate(StrategyDocument document) {
        throw new IllegalStateException("being built");
    }

    /** Checks one rule against the dictionary; empty when it is fine. Places are {@code line:column}. */
    public List<Problem> checkRule(String rule) {
        throw new IllegalStateException("being built");
    }

    /** Publishes a whole document as the next revision. Problems are an InvalidException. */
    public long publish(StrategyDocument document, String note, String who) {
        throw new IllegalStateException("being built");
    }

    /**
     * Replaces one action.
     *
     * @param base the action as the editor saw it; when it has changed meanwhile, a ConflictException says by whom and nothing is
     *     overwritten
     */
    public long edit(Action base, Action changed, String who) {
        throw new IllegalStateException("being built");
    }

    /** The kill switch of an action. */
    public long pause(String action, boolean paused, String who) {
        throw new IllegalStateException("being built");
    }

    /** Replaces one issue (mix, threshold, lever, kill switch), like {@link #edit(Action, Action, String)}. */
    public long edit(Issue base, Issue changed, String who) {
        throw new IllegalStateException("being built");
    }

    /** The latest revisions, newest first. */
    public List<RevisionInfo> revisions(int limit) {
        throw new IllegalStateException("being built");
    }
}
