package org.attune.insight.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attune.learning.ModelFigures;
import org.attune.learning.Models;

/**
 * How all models do.
 *
 * @param rows by number of answers, most first
 * @param position log position up to which they have learned
 * @param silent how many actions of the catalog have no answer yet
 */
public record ModelSheet(List<ModelRow> rows, long position, int silent) {

    /** Reads the models. */
    public static ModelSheet of(Models models, Names names) {
        Map<String, ModelFigures> all = models.all();
        List<ModelRow> rows = all.values().stream()
                .map(each -> {
                    String issue = names.issueOf().getOrDefault(each.action(), "");
                    return new ModelRow(each.action(), names.action(each.action()), issue, names.issue(issue), each);
                })
                .sorted(Comparator.comparingLong((ModelRow row) -> row.figures().responses())
                        .reversed()
                        .thenComparing(ModelRow::key))
                .toList();
        int silent = (int) names.actions().keySet().stream()
                .filter(key -> !key.equals(Names.NONE) && !all.containsKey(key))
                .count();
        return new ModelSheet(rows, models.position(), silent);
    }

    /** How many are mature. */
    public long mature() {
        return rows.stream().filter(row -> row.figures().mature()).count();
    }
}
