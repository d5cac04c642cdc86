package org.attune.history;

import java.util.Map;

/**
 * What one decision had to propose.
 *
 * @param situation the predictors as the model saw them; no protected attribute is among them
 * @param best propensity of the likeliest proposal, 0 when there was none
 */
public record Served(Map<String, Object> situation, double best) {}
