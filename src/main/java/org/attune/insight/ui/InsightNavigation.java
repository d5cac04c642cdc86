package org.attune.insight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.insight.internal.Selection;
import org.attune.kernel.DecisionId;
import org.jspecify.annotations.Nullable;

/** The addresses of the insight pages. */
final class InsightNavigation {
    static final String ACTIONS = "insight/actions";
    static final String DECISIONS = "insight/decisions";
    static final String MODELS = "insight/models";
    static final String PROTECTION = "insight/protection";
    static final String EVIDENCE = "insight/evidence";
    static final String FEEDBACK = "insight/feedback";
    static final String CONVERSATIONS = "insight/conversations";
    /** The studio's trail of revisions; for admins only. */
    static final String REVISIONS = "studio/audit";

    private InsightNavigation() {}

    /** Shows the actions over a selection. */
    static void toActions(UI ui, Selection selection) {
        ui.navigate(ACTIONS, QueryParameters.simple(selection.query()));
    }

    /** Shows what the shield held back over a selection. */
    static void toProtection(UI ui, Selection selection) {
        ui.navigate(PROTECTION, QueryParameters.simple(selection.query()));
    }

    /** Shows what is proven over a selection. */
    static void toEvidence(UI ui, Selection selection) {
        ui.navigate(EVIDENCE, QueryParameters.simple(selection.query()));
    }

    /** The decisions behind a number; add {@code &column=...} for another column than shown. */
    static String decisions(Selection selection, @Nullable String action) {
        Map<String, String> query = new LinkedHashMap<>();
        if (action != null) {
            query.put("action", action);
        }
        query.putAll(selection.query());
        return address(DECISIONS, query);
    }

    /** Shows the decisions behind a number. */
    static void toDecisions(UI ui, Selection selection, @Nullable String action, String column) {
        Map<String, String> query = new LinkedHashMap<>();
        if (action != null) {
            query.put("action", action);
        }
        query.put("column", column);
        query.putAll(selection.query());
        ui.navigate(DECISIONS, QueryParameters.simple(query));
    }

    /** One decision. */
    static String decision(DecisionId id) {
        return DECISIONS + "/" + id;
    }

    /** The printable explanation of a decision. */
    static String letter(DecisionId id) {
        return decision(id) + "/letter";
    }

    /** The model of an action among the others. */
    static String model(String action) {
        return address(MODELS, Map.of("action", action));
    }

    private static String address(String path, Map<String, String> query) {
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
