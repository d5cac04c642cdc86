package org.attune.customer;

import org.attune.kernel.InvalidException;
import org.attune.kernel.LocalText;

/**
 * One entry of the attribute dictionary.
 *
 * @param key snake_case name, also the variable in rules
 * @param predictor whether models may learn from it; refused for protected attributes
 * @param source the system it usually comes from
 * @param group where the desk shows it: {@code who}, {@code holds}, {@code recent}, {@code today}
 * @param unit {@code eur}, {@code days}, {@code months}, {@code gb}, {@code percent}, {@code count} or {@code none}
 * @param shown whether the desk shows it
 */
public record AttributeDefinition(
        String key,
        AttributeType type,
        LocalText label,
        Sensitivity sensitivity,
        boolean predictor,
        String source,
        String group,
        String unit,
        boolean shown) {
    public AttributeDefinition {
        if (!key.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new InvalidException(
                    "key", "'" + key + "' must be lower-case letters, digits and _, starting with a letter.");
        }
        if (predictor && sensitivity == Sensitivity.PROTECTED) {
            throw new InvalidException(
                    "predictor", "'" + key + "' is protected; a protected attribute is never a predictor.");
        }
    }
}
