package org.attune.policy;

import java.util.Map;
import org.attune.kernel.LocalText;

/**
 * Why an action was dropped.
 *
 * @param stage {@code availability}, {@code eligibility}, {@code applicability}, {@code suitability}, {@code shield},
 *     {@code contact}, {@code threshold} or {@code rank}
 * @param rule the rule that failed, as written or by its name
 * @param values the values that were read
 * @param words the reason in plain words
 */
public record Rejection(String stage, String rule, Map<String, Object> values, LocalText words) {}
