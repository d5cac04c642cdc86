package org.attune.studio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.catalog.Action;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.strategy.CompiledAction;
import org.attune.strategy.Strategy;

/** One line of the catalog. */
record CatalogRow(Action action, Group group, Issue issue, ActionState state) {

    /** All lines, in the order of issues and groups. */
    static List<CatalogRow> of(Strategy strategy, LocalDate today) {
        List<Issue> issues = strategy.document().issues();
        List<Group> groups = strategy.document().groups();
        List<CatalogRow> rows = new ArrayList<>();
        for (CompiledAction each : strategy.actions()) {
            ActionState state = ActionState.of(each.action(), each.issue(), today);
            rows.add(new CatalogRow(each.action(), each.group(), each.issue(), state));
        }
        rows.sort(Comparator.comparingInt((CatalogRow row) -> issues.indexOf(row.issue()))
                .thenComparingInt(row -> groups.indexOf(row.group())));
        return rows;
    }

    String key() {
        return action.key();
    }

    String title() {
        return Words.in(action.title());
    }
}
