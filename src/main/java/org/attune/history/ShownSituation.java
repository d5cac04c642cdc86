package org.attune.history;

import java.util.Map;

/**
 * A situation in which an action was shown.
 *
 * @param situation predictors frozen at decision time
 */
public record ShownSituation(
        String action, String issue, String group, double startingPropensity, Map<String, Object> situation) {}
