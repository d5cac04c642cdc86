package org.attune.insight.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.attune.learning.Models;
import org.attune.learning.engine.ModelHealth;

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
        Map<String, ModelHealth> all = models.allHealth();
        List<ModelRow> rows = all.entrySet().stream()
                .map(each -> {
                    String key = each.getKey();
                    String issue = names.issueOf().getOrDefault(key, "");
                    return new ModelRow(
                            key,
                            names.action(key),
                            issue,
                            names.issue(issue),
                            Models.figures(key, each.getValue()),
                            each.getValue());
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
