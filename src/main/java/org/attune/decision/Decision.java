package org.attune.decision;

import java.time.Instant;
import java.util.List;
import org.attune.kernel.CustomerId;
import org.attune.kernel.DecisionId;
import org.attune.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param modelVersion log position up to which the model had learned
 * @param arm {@code main} or {@code control}
 * @param none why nothing is proposed, null when something is; "listen" can always be chosen
 * @param protections what the shield says about this customer, in words; empty when the customer is not protected
 */
public record Decision(
        DecisionId id,
        CustomerId customer,
        Instant at,
        long strategyRevision,
        long modelVersion,
        String arm,
        long tookMicros,
        List<Recommendation> recommendations,
        @Nullable LocalText none,
        List<LocalText> protections,
        List<Dropped> dropped) {}
