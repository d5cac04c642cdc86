package org.attune.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.arbitration.ContextWeight;
import org.attune.catalog.Action;
import org.attune.catalog.Catalog;
import org.attune.catalog.Group;
import org.attune.catalog.Issue;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;

/** Says why the list is another one when the customer calls about something else: what weighs more or less now. */
final class ReasonChange {
    private ReasonChange() {}

    /** {@code Billing: Service weighs more, Retention less}; only that it changed where nothing weighs differently. */
    static String words(StrategyDocument document, String before, String now, String label) {
        Map<String, Integer> moved = new LinkedHashMap<>();
        for (ContextWeight each : document.arbitration().contextWeights()) {
            if (each.reason() != null && onlyOfReason(each)) {
                String about = about(document.catalog(), each);
                int percent = each.reason().equals(now) ? each.percent() : 0;
                percent -= each.reason().equals(before) ? each.percent() : 0;
                moved.merge(about, percent, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        moved.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .limit(2)
                .forEach(each -> parts.add(Texts.of("desk.reason.more", each.getKey())));
        moved.entrySet().stream()
                .filter(each -> each.getValue() < 0)
                .limit(2)
                .forEach(each -> parts.add(Texts.of("desk.reason.less", each.getKey())));
        return parts.isEmpty()
                ? Texts.of("desk.reason.same", label)
                : Texts.of("desk.said", label, String.join(", ", parts));
    }

    /** Weights that need a state, a signal or a journey besides may not hold for this customer. */
    private static boolean onlyOfReason(ContextWeight each) {
        return each.signal() == null && each.state() == null && each.journey() == null && each.volume() == null;
    }

    private static String about(Catalog catalog, ContextWeight weight) {
        Action action = weight.action() == null ? null : catalog.action(weight.action());
        Group group = weight.group() == null ? null : catalog.group(weight.group());
        Issue issue = weight.issue() == null ? null : catalog.issue(weight.issue());
        if (action != null) {
            return Words.of(action.title());
        }
        if (group != null) {
            return Words.of(group.label());
        }
        return issue == null ? Texts.of("desk.reason.all") : Words.of(issue.label());
    }
}
