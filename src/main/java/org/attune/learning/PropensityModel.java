package org.attune.learning;

import java.util.List;
import java.util.Map;
import org.attune.learning.engine.Contribution;
import org.attune.learning.engine.ModelPath;
import org.attune.learning.engine.Roster;
import org.attune.learning.engine.Scores;

/** What a decision asks the models, be they the live ones or those of a moment in the past. */
public interface PropensityModel {

    /** Log position the models know. */
    long position();

    /**
     * Scores candidates for one situation by one state of the models.
     *
     * @param roster the actions, numbered; keep it as long as the strategy revision lasts
     * @param situation permitted predictors to numbers, texts or booleans
     * @param candidates numbers in the roster
     * @param count how many candidates there are
     * @param out where the results go; keep one per thread
     * @return the log position these scores know
     * @throws IllegalArgumentException a predictor of another type
     */
    long score(Roster roster, Map<String, Object> situation, int[] candidates, int count, Scores out);

    /** Why a propensity is what it is: the baseline first, then the predictors by size of their effect. */
    List<Contribution> explain(ModelPath path, double startingPropensity, Map<String, Object> situation);

    /**
     * {@link #explain} of several actions that were scored, by one state of the models; the situation is read once.
     *
     * @param logits what was scored, in the order of the subjects: what the contributions add up to
     */
    default List<List<Contribution>> explain(
            List<Models.Subject> subjects, double[] logits, Map<String, Object> situation) {
        return subjects.stream()
                .map(each -> explain(each.path(), each.startingPropensity(), situation))
                .toList();
    }
}
