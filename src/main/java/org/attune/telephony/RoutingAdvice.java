package org.attune.telephony;

import java.util.List;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Who should take a call, and how urgent it is.
 *
 * @param customer reference of the caller, null when nobody or more than one may be calling
 * @param priority {@value RoutingRules#ORDINARY} for an ordinary call up to {@value RoutingRules#MOST}; never lower
 * @param skills what the agent should be able to do, most needed first: {@code risk}, {@code care}, {@code complaints},
 *     {@code retention}, {@code technical}, {@code language-en}, {@code language-fr}
 * @param reasons why, in words fit for everybody's eyes: no state is named
 */
public record RoutingAdvice(@Nullable String customer, int priority, List<String> skills, List<LocalText> reasons) {
    public RoutingAdvice {
        skills = List.copyOf(skills);
        reasons = List.copyOf(reasons);
    }
}
