package org.attune.studio;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalog shows; it stands in the address, so that a view of it can be shared and come back to. */
record CatalogFilter(
        String text, @Nullable String issue, @Nullable ActionState state) {
    static final CatalogFilter ALL = new CatalogFilter("", null, null);

    static CatalogFilter of(QueryParameters parameters) {
        String state = parameters.getSingleParameter("state").orElse("");
        return new CatalogFilter(
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("issue").orElse(null),
                Arrays.stream(ActionState.values())
                        .filter(each -> each.key().equals(state))
                        .findFirst()
                        .orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!text.isBlank()) {
            parameters.put("q", text.strip());
        }
        if (issue != null) {
            parameters.put("issue", issue);
        }
        if (state != null) {
            parameters.put("state", state.key());
        }
        return QueryParameters.simple(parameters);
    }

    boolean shows(CatalogRow row) {
        return (issue == null || issue.equals(row.issue().key()))
                && (state == null || state == row.state())
                && (text.isBlank()
                        || Words.contains(row.title(), text)
                        || Words.contains(row.key(), text)
                        || Words.contains(Words.in(row.group().label()), text));
    }
}
