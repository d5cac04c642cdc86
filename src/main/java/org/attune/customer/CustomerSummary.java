package org.attune.customer;

import org.attune.kernel.CustomerId;
import org.jspecify.annotations.Nullable;

/** One line of a search result. */
public record CustomerSummary(
        CustomerId id,
        String ref,
        String displayName,
        @Nullable String phone) {}
