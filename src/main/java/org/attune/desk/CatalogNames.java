package org.attune.desk;

import java.util.HashMap;
import java.util.Map;
import org.attune.catalog.Action;
import org.attune.catalog.Issue;
import org.attune.decision.Decisions;
import org.attune.kernel.LocalText;
import org.attune.strategy.LiveStrategy;
import org.attune.strategy.StrategyDocument;
import org.attune.ui.Texts;

/** What the catalog calls things; what has left it since the conversation began keeps the name it had. */
final class CatalogNames {
    private final LiveStrategy strategy;
    private final Map<String, LocalText> titles = new HashMap<>();
    private final Map<String, String> issues = new HashMap<>();

    CatalogNames(LiveStrategy strategy) {
        this.strategy = strategy;
    }

    /** Takes in the live catalog. */
    void refresh() {
        StrategyDocument document = strategy.current().document();
        Map<String, String> issueOfGroup = new HashMap<>();
        document.groups().forEach(group -> issueOfGroup.put(group.key(), group.issue()));
        for (Action action : document.actions()) {
            titles.put(action.key(), action.title());
            issues.put(action.key(), issueOfGroup.getOrDefault(action.group(), Decisions.NONE));
        }
    }

    /** Title of an action or of listening, the key when it is unknown. */
    String title(String action) {
        if (action.equals(Decisions.NONE)) {
            return Texts.of("desk.listen");
        }
        LocalText title = titles.get(action);
        return title == null ? action : Words.of(title);
    }

    /** Issue of an action. */
    String issue(String action) {
        return issues.getOrDefault(action, Decisions.NONE);
    }

    /** Label of an issue, its key when it is unknown. */
    String issueLabel(String key) {
        Issue issue = strategy.current().document().catalog().issue(key);
        return issue == null ? key : Words.of(issue.label());
    }
}
