package org.attune.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A product the customer has. */
public record Holding(
        String product, @Nullable LocalDate since, @Nullable String label) {}
