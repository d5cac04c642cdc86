package org.attune.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.history.internal.EvidenceQueries;
import org.attune.history.internal.FigureQueries;
import org.attune.kernel.InvalidException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Counts over the log for the insight pages and the API. An offer belongs to the day on which it was decided. The control arm
 * is counted apart everywhere; imported answers count like those of the main arm.
 */
@Service
public class Figures {

    private final FigureQueries queries;
    private final EvidenceQueries evidence;

    public Figures(FigureQueries queries, EvidenceQueries evidence) {
        this.queries = queries;
        this.evidence = evidence;
    }

    /** How many decisions were made since then, and how long they took: on all nodes, measured where they were made. */
    public DecisionPace pace(Instant since) {
        return queries.pace(since);
    }

    /** One row per action that was shown at least once, NONE ({@code none}) included, in the order of their keys. */
    public List<ActionFigures> actions(FigureFilter filter) {
        return actions(filter, comparisons(filter, Set.of()));
    }

    /** The same where the comparison with control is known already. */
    public List<ActionFigures> actions(FigureFilter filter, Comparisons compared) {
        return queries.actions(filter, compared);
    }

    /**
     * Accepted of presented, main arm against control.
     *
     * @param apart actions that do not compete with others, such as listening and mandatory ones: left out of sums over actions
     */
    public Comparisons comparisons(FigureFilter filter, Collection<String> apart) {
        return evidence.comparisons(filter, apart);
    }

    /**
     * The experiment that always runs, by conversation.
     *
     * @param apart actions that do not compete with others
     * @param worth value of an acceptance by action, 0 to 100; 0 for what is not named
     */
    public Trial trial(FigureFilter filter, Collection<String> apart, Map<String, Double> worth) {
        return evidence.trial(filter, apart, worth);
    }

    /**
     * The decisions behind a number, newest first: exactly those that {@link #actions} counted.
     *
     * @param action null for all
     * @param column {@code shown}, {@code presented}, {@code accepted}, {@code declined}, {@code notNow}, {@code notOffered},
     *     {@code fulfilled}, {@code controlPresented}, {@code controlAccepted}, {@code importedShown},
     *     {@code importedPresented} or {@code importedAccepted}
     * @throws InvalidException another column
     */
    public List<DecisionLine> behind(
            FigureFilter filter, @Nullable String action, String column, int offset, int limit) {
        return queries.behind(filter, action, column, offset, limit);
    }

    /** How many decisions Attune took, in all arms; imported answers are none. */
    public long decisionCount(FigureFilter filter) {
        return queries.decisions(filter, false);
    }

    /** How many of these were about a customer who was protected at that moment. */
    public long guardedDecisions(FigureFilter filter) {
        return queries.decisions(filter, true);
    }

    /**
     * Presented and accepted per local day, oldest first; days without a presented offer are left out.
     *
     * @param action null for all
     */
    public List<DayFigures> daily(FigureFilter filter, @Nullable String action) {
        return queries.daily(filter, action);
    }

    /** How protected customers fare beside the others. */
    public CareFigures care(FigureFilter filter) {
        return queries.care(filter);
    }

    /** The latest decisions that Attune took, newest first. */
    public List<DecisionMoment> latest(FigureFilter filter, int limit) {
        return queries.latest(filter, limit);
    }

    /** What the latest decisions of the main arm had to propose. */
    public List<Served> served(FigureFilter filter, int limit) {
        return evidence.served(filter, limit);
    }
}
